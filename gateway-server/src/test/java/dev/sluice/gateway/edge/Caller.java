package dev.sluice.gateway.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client on a raw socket: sends what it is told and reads answers strictly. */
final class Caller implements AutoCloseable {

    /** An answer as it arrived: head, and body without framing. */
    record Answer(String head, byte[] body) {

        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String field(String name) {
            return HttpBytes.field(head, name).orElse("");
        }

        boolean has(String name) {
            return HttpBytes.field(head, name).isPresent();
        }
    }

    private final Socket socket;
    private final InputStream in;

    Caller(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(15_000);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    Caller(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    Socket socket() {
        return socket;
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads one answer. Throws if it is not a complete message. */
    Answer read(String method) throws IOException {
        String head = HttpBytes.head(in);
        if (head.isEmpty()) {
            throw new java.io.EOFException("no answer");
        }
        boolean bodiless = method.equals("HEAD") || head.startsWith("HTTP/1.1 204");
        return new Answer(head, bodiless ? new byte[0] : HttpBytes.body(head, in));
    }

    Answer get(String target, String... lines) throws IOException {
        return ask("GET", target, "", lines);
    }

    Answer ask(String method, String target, String body, String... lines) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: gateway\r\n");
        for (String line : lines) {
            head.append(line).append("\r\n");
        }
        if (!body.isEmpty() && !String.join("", lines).toLowerCase(Locale.ROOT).contains("transfer-encoding")) {
            head.append("Content-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        send((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        send(body.getBytes(StandardCharsets.UTF_8));
        return read(method);
    }

    /** All that still comes until the gateway closes. */
    byte[] rest() throws IOException {
        return in.readAllBytes();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
