package dev.sluice.policy.proof;

/**
 * A customer of whom something leaves that should not.
 *
 * @param customer in words
 * @param path the place, as the catalog spells it
 * @param form in words
 * @param rule the policy or rule that shares it
 * @param at where that stands
 */
public record Counterexample(String customer, String path, String form, String rule, String at) {}
