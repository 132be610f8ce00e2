package dev.sluice.gateway.cli;

import dev.sluice.gateway.config.AdminListenerConfig;
import dev.sluice.gateway.config.ListenerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the admin API of a running gateway, as its file says where it listens. */
final class AdminClient {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 120_000;

    private final ListenerConfig listener;
    private final String token;

    AdminClient(AdminListenerConfig admin, String token) {
        this.listener = admin.listener();
        this.token = token;
    }

    /** The answer's body. What the gateway refuses is a {@link Refusal} in its own words. */
    JsonNode call(String method, String target, Map<String, String> members) {
        try {
            HttpURLConnection connection = open(target);
            connection.setRequestMethod(method);
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setRequestProperty("Connection", "close");
            if (!members.isEmpty()) {
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(MAPPER.writeValueAsBytes(members));
                }
            }
            int status = connection.getResponseCode();
            @Nullable InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            JsonNode answer = MAPPER.readTree(body == null ? new byte[] {'{', '}'} : body.readAllBytes());
            if (status >= 400) {
                throw refused(answer, status);
            }
            return answer;
        } catch (JacksonException e) {
            throw new Refusal("what answers on the admin listener's address is no gateway");
        } catch (IOException e) {
            throw new Refusal(
                    "the admin listener does not answer: " + e.getClass().getSimpleName(),
                    "does a gateway run with this file, on this machine?");
        } catch (GeneralSecurityException e) {
            throw new Refusal("the admin listener's certificate cannot be used");
        }
    }

    private static Refusal refused(JsonNode problem, int status) {
        StringBuilder text = new StringBuilder("the gateway refused: ");
        text.append(problem.path("title").asString("status " + status));
        for (JsonNode found : problem.path("problems")) {
            text.append("\n  ").append(found.path("file").asString(""));
            text.append(':').append(found.path("line").asInt());
            text.append(':').append(found.path("column").asInt());
            text.append(": ").append(found.path("code").asString(""));
            text.append(' ').append(found.path("message").asString(""));
        }
        return new Refusal(text.toString());
    }

    private HttpURLConnection open(String target) throws IOException, GeneralSecurityException {
        ListenerConfig.TlsFiles tls = listener.tls();
        String host = listener.host().contains(":") ? "[" + listener.host() + "]" : listener.host();
        String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("[::]") ? "[::1]" : host;
        URI uri = URI.create((tls == null ? "http://" : "https://") + reachable + ":" + listener.port() + target);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(java.net.Proxy.NO_PROXY);
        if (tls != null && connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(trusting(tls.certificate()).getSocketFactory());
            // The very certificate of the file is trusted and no other, so its name need not be that of this machine.
            secure.setHostnameVerifier((name, session) -> true);
        }
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        return connection;
    }

    private static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** Reads a token from its file. */
    static String token(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new Refusal("cannot read the token's file `" + file + "`");
        }
    }
}
