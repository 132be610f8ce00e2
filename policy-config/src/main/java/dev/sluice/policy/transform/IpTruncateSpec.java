package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.IpTruncate;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.model.PipelineStep.Value;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import java.util.Optional;

/**
 * The network of an IP address.
 *
 * @param v4 how many bits of an IPv4 address stay @param v6 of an IPv6 address
 */
public record IpTruncateSpec(int v4, int v6) implements Transform {

    private static final int V4_NETWORK = 24;
    private static final int V6_NETWORK = 48;

    static final FormWord WORD =
            FormWord.either("ip_truncate", new IpTruncateSpec(V4_NETWORK, V6_NETWORK), IpTruncateSpec::read);

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        return reading.expect().map(value, "`ip_truncate`").map(map -> {
            YamlFields fields = reading.fields(map, "ip-truncate");
            int v4 = fields.integer("v4", 1, 31).orElse(V4_NETWORK);
            int v6 = fields.integer("v6", 1, 127).orElse(V6_NETWORK);
            fields.rejectOthers();
            return new IpTruncateSpec(v4, v6);
        });
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(
                Left.PART,
                PipelineStep.of(Value.ADDRESS, Value.ADDRESS),
                "as its network (" + v4 + " bits of IPv4, " + v6 + " of IPv6)");
    }

    @Override
    public boolean tellsMoreThan(FormSpec other) {
        return other instanceof IpTruncateSpec ip && !equals(ip) && v4 >= ip.v4 && v6 >= ip.v6;
    }

    @Override
    public Form form(Setting setting) {
        return new IpTruncate(v4, v6);
    }
}
