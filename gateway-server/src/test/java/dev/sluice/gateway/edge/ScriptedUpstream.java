package dev.sluice.gateway.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A service on a raw socket that answers each request as a script says, well-formed or not. */
final class ScriptedUpstream implements AutoCloseable {

    /** Answers one request. */
    interface Script {
        void answer(Request request, Connection connection) throws Exception;
    }

    /** A request as it arrived: its head, and its body without framing. */
    record Request(String head, byte[] body) {

        String bodyText() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** The side that answers. */
    record Connection(Socket socket, OutputStream out) {

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void json(String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n");
            send(bytes);
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Script script;

    ScriptedUpstream(Script script) throws IOException {
        this(script, ServerSocketFactory.getDefault());
    }

    /** @param sockets makes the listening socket, by TLS for instance */
    ScriptedUpstream(Script script, ServerSocketFactory sockets) throws IOException {
        this.server = sockets.createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.script = script;
        Thread acceptor = new Thread(this::accept, "scripted-upstream");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    void script(Script next) {
        script = next;
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<Request> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(socket), "scripted-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Connection connection = new Connection(socket, socket.getOutputStream());
            InputStream in = socket.getInputStream();
            while (!socket.isClosed()) {
                String head = HttpBytes.head(in);
                if (head.isEmpty()) {
                    return;
                }
                Request request = new Request(head, HttpBytes.body(head, in));
                requests.add(request);
                script.answer(request, connection);
            }
        } catch (Exception e) {
            // The gateway closed the connection, or the script did.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
