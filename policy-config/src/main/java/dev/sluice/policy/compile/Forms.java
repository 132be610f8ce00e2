package dev.sluice.policy.compile;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.CustomerHandle;
import dev.sluice.policy.form.EncryptionKey;
import dev.sluice.policy.form.EncryptionKey.UnusableKeyException;
import dev.sluice.policy.form.KeyChange;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.KeyUse;
import dev.sluice.policy.form.MatchIdentifier;
import dev.sluice.policy.form.Pipeline;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.transform.Keyed;
import dev.sluice.policy.transform.Transform;
import dev.sluice.policy.vocabulary.Categories;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes forms work for one partner. Each is made once. */
final class Forms {

    private static final String EMAIL = "user.contact.email";

    private final Categories categories;
    private final KeyRing keys;
    private final Partner partner;
    private final KeyChange change;
    private final Map<Made, Form> made = new HashMap<>();
    private final Map<Form, Made> recipes = new IdentityHashMap<>();
    private @Nullable EncryptionKey encryptionKey;

    Forms(Categories categories, KeyRing keys, Partner partner) {
        this.categories = categories;
        this.keys = keys;
        this.partner = partner;
        this.change = KeyChange.valueOf(partner.keyChange().name());
    }

    private record Made(MeetingForm form, FieldKind kind) {}

    /** The form with its defaults filled in. @param categories of the node that it stands on */
    MeetingForm meeting(FormSpec spec, boolean handle, List<String> categories) {
        if (spec instanceof FormSpec.Encrypt) {
            return MeetingForm.AS_IS.inEnvelope(true);
        }
        if (!(spec instanceof FormSpec.Pipeline pipeline)) {
            return new MeetingForm(filled(spec, handle, categories), handle, false);
        }
        int last = pipeline.steps().size() - 1;
        boolean enveloped = pipeline.steps().get(last) instanceof FormSpec.Encrypt;
        List<FormSpec> steps = pipeline.steps().subList(0, enveloped ? last : last + 1).stream()
                .map(step -> filled(step, false, categories))
                .toList();
        FormSpec inside = steps.size() == 1 ? steps.get(0) : new FormSpec.Pipeline(steps);
        return new MeetingForm(inside, false, enveloped);
    }

    private FormSpec filled(FormSpec spec, boolean handle, List<String> categories) {
        if (!(spec instanceof Keyed form)) {
            return spec;
        }
        Named named = form.key();
        KeyRing.Key only = named == null ? keys.only() : null;
        String id = named != null ? named.name() : only == null ? "" : only.id();
        String domain = form.domain();
        if (handle) {
            domain = CustomerHandle.DOMAIN;
        } else if (domain == null) {
            domain = categories.isEmpty() ? "" : categories.get(0);
        }
        return form.with(new Named(id, MeetingForm.NOWHERE), domain);
    }

    Form form(MeetingForm form, List<String> of) {
        boolean email = of.stream().anyMatch(category -> categories.covers(EMAIL, category));
        return made(new Made(form, new FieldKind(email, MatchIdentifier.of(categories, of))));
    }

    /** What a form that was made here means; null for one that was not. */
    @Nullable MeetingForm meaning(Form form) {
        Made recipe = recipes.get(form);
        return recipe == null ? null : recipe.form();
    }

    /** Equal for forms that do the same to the same value, for one partner, where their keys make the same. */
    Object recipe(Form form) {
        Made recipe = recipes.get(form);
        if (recipe == null) {
            return form;
        }
        boolean same = transforms(recipe).noneMatch(Transform::readsField);
        MeetingForm bare = recipe.form().withoutKeys();
        return same ? bare : new Made(bare, recipe.kind());
    }

    /** What the keys of a form make at an instant, in the order of its steps. */
    List<KeyUse> keyUses(Form form, Instant at) {
        Made recipe = recipes.get(form);
        return recipe == null
                ? List.of()
                : keyedSteps(recipe).map(step -> use(step, recipe.kind(), at)).toList();
    }

    /** The instants at which the keys of all forms made so far make something else. */
    SortedSet<Instant> keyTurns() {
        SortedSet<Instant> turns = new TreeSet<>();
        recipes.values()
                .forEach(recipe -> keyedSteps(recipe)
                        .forEach(step ->
                                turns.addAll(KeyUse.turns(setting(recipe.kind()).key(step.key())))));
        return turns;
    }

    private KeyUse use(Keyed step, FieldKind kind, Instant at) {
        return KeyUse.of(keys, setting(kind).key(step.key()), change, step.roomForTwo(), at);
    }

    private static Stream<Keyed> keyedSteps(Made recipe) {
        return transforms(recipe).filter(Keyed.class::isInstance).map(Keyed.class::cast);
    }

    private static Stream<Transform> transforms(Made recipe) {
        return recipe.form().steps().stream()
                .filter(Transform.class::isInstance)
                .map(Transform.class::cast);
    }

    private FormSetting setting(FieldKind kind) {
        return new FormSetting(keys, change, partner.id().name(), kind);
    }

    /** Whether what a form makes of a value rests on the record's country too. */
    boolean readsCountry(Form form) {
        Made recipe = recipes.get(form);
        return recipe != null && transforms(recipe).anyMatch(step -> step.readsCountry(setting(recipe.kind())));
    }

    private Form made(Made wanted) {
        Form known = made.get(wanted);
        if (known == null) {
            known = make(wanted.form(), wanted.kind());
            made.put(wanted, known);
            recipes.putIfAbsent(known, wanted);
        }
        return known;
    }

    private Form make(MeetingForm form, FieldKind kind) {
        if (form.enveloped()) {
            Form inside = made(new Made(form.inEnvelope(false), kind));
            return inside == Form.NULLIFY ? inside : encryptionKey().around(inside);
        }
        if (form.handle()) {
            KeyRing.Key key = setting(kind).key(((Keyed) form.spec()).key());
            return new CustomerHandle(key, change, partner.id().name());
        }
        if (form.spec() instanceof FormSpec.Pipeline pipeline) {
            return new Pipeline(
                    pipeline.steps().stream().map(step -> single(step, kind)).toList());
        }
        return single(form.spec(), kind);
    }

    private Form single(FormSpec spec, FieldKind kind) {
        return spec instanceof FormSpec.AsIs ? Form.AS_IS : Transform.of(spec).form(setting(kind));
    }

    private EncryptionKey encryptionKey() {
        EncryptionKey known = encryptionKey;
        Partner.Encryption declared = partner.encryption();
        if (known == null && declared != null) {
            try {
                known = declared.pem() ? EncryptionKey.ofPem(declared.text()) : EncryptionKey.ofJwk(declared.text());
            } catch (UnusableKeyException e) {
                throw new IllegalStateException("an unusable key passed the checks at load", e);
            }
            encryptionKey = known;
        }
        if (known == null) {
            throw new IllegalStateException("an envelope without its key passed the checks at load");
        }
        return known;
    }
}
