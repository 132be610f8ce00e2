package dev.sluice.policy.compile;

import dev.sluice.policy.vocabulary.AgeTables;
import dev.sluice.policy.vocabulary.Regions;

/** What the law says of regions and ages, as the bundle knows it. */
record Law(Regions regions, AgeTables ages) {}
