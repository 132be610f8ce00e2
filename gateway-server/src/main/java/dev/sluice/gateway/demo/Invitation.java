package dev.sluice.gateway.demo;

import java.io.PrintStream;

/** The lines that a person may paste into another terminal while the demo stays. */
final class Invitation {

    private Invitation() {}

    static void print(PrintStream out, Colours colours, DemoFiles files, DemoConfig config) {
        String trusting = "curl --cacert " + files.path("tls/cert.pem");
        out.println();
        out.println(colours.bold("To try in another terminal"));
        for (Scene scene : Scene.ALL) {
            String key = " -H 'X-Api-Key: " + (scene.push() ? DemoConfig.SHOP_KEY : scene.key()) + "'";
            if (scene.push()) {
                out.println("  " + trusting + key + " -H 'Content-Type: application/json' \\");
                out.println("    --data-binary @" + files.samplePath(scene.catalog()) + " " + config.shopUrl()
                        + scene.path());
            } else {
                out.println("  " + trusting + key + " " + config.partnersUrl() + scene.path());
            }
        }
        out.println("  curl http://127.0.0.1:" + config.probes() + "/metrics");
    }
}
