package io.redress.quickstart.issuer;

import java.time.Duration;

/** A signed token and how long it lasts in machine time. */
public record IssuedToken(String token, Duration life) {}
