package dev.sluice.gateway.admin;

import dev.sluice.gateway.partner.ApiKeyDigest;
import io.netty.channel.Channel;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoints behind one token. They run on a thread of their own, one after the other, so that none of them holds up an
 * exchange.
 */
public final class AdminApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("sluice.admin");
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int MOST_WAITING = 32;

    private final ApiKeyDigest token;
    private final Map<String, Map<String, AdminEndpoint>> endpoints = new HashMap<>();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "admin");
                thread.setDaemon(true);
                return thread;
            });

    /** @param token the digest of what operators show */
    public AdminApi(ApiKeyDigest token, List<AdminEndpoint> endpoints) {
        this.token = token;
        for (AdminEndpoint endpoint : endpoints) {
            this.endpoints
                    .computeIfAbsent(endpoint.path(), path -> new TreeMap<>())
                    .put(endpoint.method(), endpoint);
        }
    }

    /** Puts the handlers behind those that the channel has. */
    public void install(Channel channel) {
        OperatorPipeline.install(channel, LARGEST_BODY, new AdminHandler(this));
    }

    /** Whether this is the token. */
    boolean recognises(String shown) {
        return token.equals(ApiKeyDigest.of(shown));
    }

    /**
     * What was called, as it arrived.
     *
     * @param body null if it is larger than is taken
     */
    record Call(String method, String path, Map<String, List<String>> parameters, byte @Nullable [] body) {}

    /** Answers on the admin thread; at once if there is nothing to run. */
    void answer(Call call, Consumer<AdminAnswer> to) {
        Map<String, AdminEndpoint> methods = endpoints.get(call.path());
        if (methods == null) {
            to.accept(AdminAnswer.problem(404, "unknown-endpoint", "there is no such endpoint"));
            return;
        }
        AdminEndpoint endpoint = methods.get(call.method());
        if (endpoint == null) {
            String offered = String.join(", ", methods.keySet());
            to.accept(AdminAnswer.problem(405, "method-not-allowed", "the endpoint takes " + offered));
            return;
        }
        try {
            thread.execute(() -> to.accept(logged(endpoint, call)));
        } catch (RejectedExecutionException e) {
            to.accept(AdminAnswer.problem(503, "busy", "too many requests wait, or the gateway is stopping"));
        }
    }

    private static AdminAnswer logged(AdminEndpoint endpoint, Call call) {
        AdminAnswer answer;
        try {
            answer = run(endpoint, call);
        } catch (RuntimeException e) {
            // A message of unknown origin might quote what nobody should read in a log.
            LOG.error("endpoint failed: {}", e.getClass().getName());
            answer = AdminAnswer.problem(500, "internal", "the gateway failed");
        }
        LOG.info("admin method={} path={} status={}", endpoint.method(), endpoint.path(), answer.status());
        return answer;
    }

    private static AdminAnswer run(AdminEndpoint endpoint, Call call) {
        byte[] body = call.body();
        if (body == null) {
            return AdminAnswer.problem(413, "body-too-large", "the body has more than " + LARGEST_BODY + " bytes");
        }
        Map<String, String> members;
        try {
            members = AdminJson.texts(body);
        } catch (IOException e) {
            return AdminAnswer.problem(400, "bad-request", "the body is not one JSON object of texts");
        }
        if (!endpoint.parameters().containsAll(call.parameters().keySet())) {
            return unknown("query parameters", endpoint.parameters());
        }
        Map<String, String> flags = new HashMap<>();
        for (Map.Entry<String, List<String>> flag : call.parameters().entrySet()) {
            String name = "`" + flag.getKey() + "`";
            if (flag.getValue().size() > 1) {
                return AdminAnswer.problem(400, "bad-request", name + " stands more than once");
            }
            String value = flag.getValue().get(0);
            if (!value.equals("true") && !value.equals("false")) {
                return AdminAnswer.problem(400, "bad-request", name + " is neither `true` nor `false`");
            }
            flags.put(flag.getKey(), value);
        }
        if (!endpoint.members().containsAll(members.keySet())) {
            return unknown("members", endpoint.members());
        }
        return endpoint.answer(new AdminRequest(flags, members));
    }

    private static AdminAnswer unknown(String kind, Set<String> taken) {
        String which = taken.isEmpty()
                ? "none"
                : String.join(", ", taken.stream().sorted().toList());
        return AdminAnswer.problem(400, "bad-request", "the endpoint takes other " + kind + ": " + which);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
