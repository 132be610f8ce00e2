package dev.sluice.policy.field;

/**
 * A member that no document has and a record leaves with, made from what is known of its customer. Personal data: never
 * printed.
 *
 * @param fieldClass the class of its place in the plan
 * @param form the form that made it
 */
public record AddedMember(String name, int fieldClass, Form form, Scalar value) {

    @Override
    public String toString() {
        return "AddedMember[" + name + "]";
    }
}
