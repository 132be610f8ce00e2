package dev.sluice.policy.proof;

import dev.sluice.policy.compile.MeetingForm;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.AllApply;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Invariant.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which forms break a promise. What cannot be told counts as clear. */
final class FormLimit {

    private FormLimit() {}

    static boolean breaks(Form form, PlanView view, Limit limit) {
        MeetingForm meant = meant(form, view);
        if (limit instanceof Limit.These these) {
            return meant == null
                    || these.forms().stream().noneMatch(word -> word.name().equals(lastWord(meant)));
        }
        return limit instanceof Limit.Nothing
                || meant == null
                || meant.clear()
                || meant.spec().reversible();
    }

    /**
     * The word of what makes the value that leaves: of an envelope only where nothing else does, of several steps
     * the last.
     */
    private static String lastWord(MeetingForm form) {
        if (form.enveloped() && form.spec() instanceof FormSpec.AsIs) {
            return "encrypt";
        }
        List<FormSpec> steps = form.spec().steps();
        return steps.get(steps.size() - 1).word();
    }

    /** The form in words. */
    static String words(Form form, PlanView view) {
        MeetingForm meant = meant(form, view);
        return meant == null ? "as it is" : meant.text();
    }

    private static @Nullable MeetingForm meant(Form form, PlanView view) {
        return view.meaning(form instanceof AllApply apply ? apply.form() : form);
    }
}
