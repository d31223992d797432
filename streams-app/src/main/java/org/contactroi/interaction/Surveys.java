package org.contactroi.interaction;

/**
 * Surveys of an interaction by what they ask; of each the last answer counts.
 *
 * @param csatOffered satisfaction surveys offered; an answer implies an offer
 * @param csatTopBox answered in the best quarter of the scale
 * @param npsPromoters 9 and 10, counted from the worst score
 * @param npsPassives 7 and 8
 * @param npsDetractors 0 to 6
 * @param cesEase sum over the answers of 10 000 s' / (max - min), half even: hundredths of a point
 */
public record Surveys(
    long csatOffered,
    long csatAnswers,
    long csatTopBox,
    long npsPromoters,
    long npsPassives,
    long npsDetractors,
    long cesAnswers,
    long cesEase) {}
