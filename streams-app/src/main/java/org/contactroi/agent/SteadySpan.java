package org.contactroi.agent;

/**
 * Part of an agent's time in which nothing changes.
 *
 * @param team the agent's team then
 * @param routable work could be offered, and the end of that state is known
 * @param paid the time is paid, and the end of that state is known
 */
record SteadySpan(Span span, String team, boolean routable, boolean paid) {}
