package dev.sluice.policy.evaluate;

/**
 * One protect or forbid of one plan. @param gate a number in the plan, or {@link Gate#NONE} @param reason the reason
 * it gives
 */
public record CutRule(int gate, int reason) {}
