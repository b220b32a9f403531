package io.redress.penalties.domain.points;

/** Why less is credited than a milestone is worth. */
public enum CreditLimit {
    /** Nothing is in the way, or there is no credit to earn. */
    NONE,
    /** What the year has left for the shop. */
    YEARLY_CAP,
    /** The shop has no more points; where the cap would allow no more either, it is this. */
    POINTS
}
