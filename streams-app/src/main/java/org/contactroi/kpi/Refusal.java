package org.contactroi.kpi;

/**
 * Why a version cannot stand beside those there are.
 *
 * @param field the field at fault, as files write it
 * @param reason what it is and what is allowed, in words that follow the field's name
 */
public record Refusal(String field, String reason) {}
