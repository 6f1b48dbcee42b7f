package dev.gauntlet.reports.page.model;

import dev.gauntlet.reports.page.model.Page.Card;
import dev.gauntlet.reports.page.model.Page.DataBlock;
import dev.gauntlet.reports.page.model.Page.Header;
import gg.jte.Content;
import java.util.List;

/**
 * The page of a gate.
 *
 * @param style the style sheet
 * @param script the script
 * @param header what was judged against what
 * @param answer the verdict on the whole
 * @param notices what to know before believing it
 * @param findings what it found
 * @param environment machine and settings, one fact each
 * @param visibility what the machine can see, one fact each
 * @param reproduce the command that measures the same again
 * @param method how a verdict is reached, one paragraph each
 * @param data the numbers themselves
 */
public record GatePage(
    Content style,
    Content script,
    Header header,
    Card answer,
    List<String> notices,
    GateFindings findings,
    List<String> environment,
    List<String> visibility,
    String reproduce,
    List<String> method,
    DataBlock data) {}
