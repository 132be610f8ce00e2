package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members that a policy adds, written by the real engine, in any chunks. */
class DerivedMembersTest {

    private static final String BUNDLE = """
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer: { id: id, birth_date: birth }
                fields:
                  id: user.unique_id
                  email: user.contact.email
                  birth: user.demographic.date_of_birth
                  home.city: user.contact.address.city
              - at: "$.c[*].n[*]"
                customer: { id: id, birth_date: birth }
                fields:
                  email: user.contact.email
            document:
              count: system.operations
            ---
            kind: Partner
            id: paketblitz
            role: carrier
            countries: [DE]
            purposes: [x.delivery]
            ---
            kind: Policy
            id: p
            partners: { ids: [paketblitz] }
            catalogs: [shop]
            purpose: x.delivery
            basis: contract
            share: [user.contact.email, user.contact.address.city]
            derive:
              age_group: { age_band: [18, 35, 65] }
              adult: { age_band: [18] }
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void bundle() throws IOException {
        Files.writeString(directory.resolve("bundle.yaml"), BUNDLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // the last member of the document's record leaves, or does not
                "{'c':[{'email':'a','birth':'2000-01-01'}],'count':1};"
                        + "{'c':[{'email':'a','adult':'18+','age_group':'18-34'}],'count':1}",
                "{'c':[{'birth':'2000-01-01','email':'a'}]};{'c':[{'email':'a','adult':'18+','age_group':'18-34'}]}",
                // white space stays where it was
                "{'c': [ {'birth':'2000-01-01', 'email':'a' } , {'email':'b'} ] };"
                        + "{'c': [ {'email':'a','adult':'18+','age_group':'18-34' } , {'email':'b'} ] }",
                // an object, and a text that ends like one, before the end
                "{'c':[{'birth':'2000-01-01','home':{'city':'}'}}]};"
                        + "{'c':[{'home':{'city':'}'},'adult':'18+','age_group':'18-34'}]}",
                // nothing but what is added
                "{'c':[{'birth':'2000-01-01' }]};{'c':[{'adult':'18+','age_group':'18-34'}]}",
                // a member of that name, whatever stands there
                "{'c':[{'email':'a','birth':'2000-01-01','adult':null}]};{'c':[{'email':'a','age_group':'18-34'}]}",
                "{'c':[{'age_group':{'x':1},'email':'a','birth':'2000-01-01'}]};{'c':[{'email':'a','adult':'18+'}]}",
                // records in records, each its own
                "{'c':[{'id':1,'email':'a','birth':'2000-01-01','n':[{'id':2,'email':'b','birth':'2020-01-01'}]}]};"
                        + "{'c':[{'email':'a','n':[{'email':'b','adult':'<18','age_group':'<18'}],"
                        + "'adult':'18+','age_group':'18-34'}]}",
                // no birth date that is known
                "{'c':[{'email':'a','birth':'2000'},{'email':'b'},{'email':'c','birth':null}]};"
                        + "{'c':[{'email':'a'},{'email':'b'},{'email':'c'}]}",
            })
    void writesThemAtTheEndOfTheRecord(String document, String expected) {
        // Given
        byte[] body = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Gate gate = Gate.of(directory);

        for (int chunk = 1; chunk <= body.length; chunk++) {
            // When
            Filtered filtered = gate.filter(Sample.Receiver.PAKETBLITZ, "shop", body, chunk);

            // Then
            assertThat(filtered.output()).isEqualTo(expected.replace('\'', '"'));
        }
    }
}
