package dev.sluice.policy.shape;

/** Keys of the author's own, beside those that a map is known to have. @param key what they are */
public record OtherKeys(ValueType key, ValueType value, String description) {}
