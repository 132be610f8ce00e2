package dev.sluice.policy.world;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;

/**
 * What a gate of one plan asks.
 *
 * @param reader whose plan it is, in words that may follow a fact which only that plan reads so
 */
public record Asked(PlanView view, String reader, GateQuestion question) {}
