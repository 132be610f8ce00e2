package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on what stands in a document, read by the engine itself: arrays, filters, names that are data, what came before. */
final class ConditionedFilterTest {

    private static final String BUNDLE = """
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer:
                  id: id
                  country: country
                  state: state
                facts:
                  skus: { at: "lines[*].sku", many: true }
                  deep: { at: "boxes[*].lines[*].sku", many: true }
                  chosen: { at: "items[?kind='book'].sku", many: true }
                  colours: { at: "tags[*]", many: true }
                  rates: { at: "rates.*", many: true }
                  total: { at: total, type: number }
                fields:
                  email: user.contact.email
            document:
              facts:
                season: head.season
            ---
            kind: Partner
            id: mailwerk
            role: email_marketer
            countries: [DE]
            purposes: [marketing.communications.email]
            ---
            kind: Policy
            id: p
            partners: { ids: [mailwerk] }
            catalogs: [shop]
            purpose: marketing.communications.email
            basis: legal_obligation
            for:
              - CONDITION
            share: [user.contact.email]
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0} for a customer with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'c'},{'x':{},'sku':'d'}] | true",
                "skus: { none_of: [a, b] } | 'lines':[] | true",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'c'},{}] | false",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'c'},5] | false",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'c'},[]] | false",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':{}}] | false",
                "skus: { none_of: [a, b] } | 'lines':{} | false",
                "skus: { none_of: [a, b] } | 'lines':null | false",
                "skus: { none_of: [a, b] } | 'id':1 | false",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'c'},{'sku':'\\u0062'}] | false",
                "skus: a | 'lines':[{},{'sku':'a'}] | true",
                "deep: { none_of: [a] } | 'boxes':[{'lines':[{'sku':'c'}]},{'lines':[]}] | true",
                "deep: { none_of: [a] } | 'boxes':[{'lines':[{'sku':'c'}]},{}] | false",
                "deep: { none_of: [a] } | 'boxes':[{'lines':[{'sku':'c'},{}]}] | false",
                "chosen: { none_of: [a] } | 'items':[{'kind':'book','sku':'c'},{'kind':'toy'}] | true",
                "chosen: { none_of: [a] } | 'items':[{'sku':'c','kind':'book'},{'kind':'toy','sku':'a'}] | true",
                "chosen: { none_of: [a] } | 'items':[{'kind':'book'}] | false",
                "chosen: { none_of: [a] } | 'items':[{'kind':'book','sku':'a'}] | false",
                "chosen: { none_of: [a] } | 'items':[{'sku':'a','kind':'book'}] | false",
                "colours: { none_of: [red] } | 'tags':['blue','green'] | true",
                "colours: { none_of: [red] } | 'tags':['blue',{}] | false",
                "colours: { none_of: [red] } | 'tags':['blue',null] | false",
                "colours: { none_of: [red] } | 'tags':'blue' | false",
                "rates: { none_of: [high] } | 'rates':{'x':'low','y':'low'} | true",
                "rates: { none_of: [high] } | 'rates':{'x':'low','y':[]} | false",
                "rates: { none_of: [high] } | 'rates':['low'] | false",
                "total: { below: 100 } | 'total':99.9e0 | true",
                "total: { below: 100 } | 'total':'99.90' | true",
                "total: { below: 100 } | 'total':1e2 | false",
                "customer_state: US-CA | 'state':'California','country':'US' | true",
                "customer_state: US-CA | 'state':'CA','country':'DE' | false"
            })
    void asksTheCustomersRecord(String condition, String customer, boolean shared) throws IOException {
        assertThat(filtered(condition, "{'c':[{'email':'a@b'," + customer + "}]}"))
                .isEqualTo(shared);
        assertThat(filtered(condition, "{'c':[{" + customer + ",'email':'a@b'}]}"))
                .isEqualTo(shared);
    }

    @ParameterizedTest(name = "season: winter in {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'head':{'season':'winter'},'c':[{'email':'a@b'}]} | true",
                "{'head':{'season':'summer'},'c':[{'email':'a@b'}]} | false",
                "{'c':[{'email':'a@b'}],'head':{'season':'winter'}} | false",
                "{'head':{'season':['winter']},'c':[{'email':'a@b'}]} | false",
                "{'head':'winter','c':[{'email':'a@b'}]} | false"
            })
    void asksTheDocumentBeforeTheRecord(String document, boolean shared) throws IOException {
        assertThat(filtered("season: winter", document)).isEqualTo(shared);
    }

    @ParameterizedTest(name = "supervisors, where the person who asks is {0}: {1}")
    @CsvSource({"supervisor, true", "'agent,supervisor', true", "agent, false", "'', false"})
    void asksTheCallersRoles(String roles, boolean shared) throws IOException {
        String condition = "caller_roles: { any_of: [supervisor] }";
        String document = "{'c':[{'email':'a@b'}]}";
        assertThat(
                        roles.isEmpty()
                                ? filtered(condition, document)
                                : filtered(condition, document, "--caller-roles", roles))
                .isEqualTo(shared);
    }

    private boolean filtered(String condition, String document, String... more) throws IOException {
        Files.writeString(directory.resolve("bundle.yaml"), BUNDLE.replace("CONDITION", condition));
        String[] own = {"filter", "--bundle", directory.toString(), "--partner", "mailwerk", "--catalog", "shop"};
        String[] all = new String[own.length + more.length];
        System.arraycopy(own, 0, all, 0, own.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        CommandRun run = CommandRun.on(document.replace('\'', '"'), all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().contains("a@b");
    }
}
