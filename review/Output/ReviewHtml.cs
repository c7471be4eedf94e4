using System.Net;
using System.Text;
using Orchestrator.Diagram;
using Orchestrator.Review.Changes;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Rules;
using Orchestrator.Text;

namespace Orchestrator.Review.Output;

/// <summary>A review as one page that needs nothing from elsewhere.</summary>
public static class ReviewHtml
{
    private static readonly string Style = Resource("review.css");
    private static readonly string Script = Resource("review.js");

    /// <summary>The page.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stack">What the plan is called; nothing unless given.</param>
    public static string Of(PlanReview review, string stack = "")
    {
        var page = new StringBuilder();
        page.Append($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <title>{Text($"Plan review{(stack.Length == 0 ? "" : $" of {stack}")}")}</title>
            <style>
            {Style}</style>
            </head>
            <body>
            <header class="{(review.IsBlocked ? "wait" : "go")}">
            <h1 id="verdict">{Text(Wording.Verdict(review))}</h1>
            <p>{(stack.Length == 0 ? "" : $"<strong>{Text(stack)}</strong> · ")}{Text(Wording.Counts(review))}</p>{(Wording.LookedAt(review) is { Length: > 0 } looked ? $"<p>{Text(looked)}</p>" : "")}
            <button id="theme" type="button" aria-label="Switch between dark and light">◐</button>
            </header>
            <main>

            """);
        AppendFindings(page, "findings", "Findings", [.. review.Findings.Where(finding => finding.Outcome == Outcome.Violates)]);
        AppendFindings(page, "questions", "What the plan does not say", [.. review.Findings.Where(finding => finding.Outcome == Outcome.CannotTell)]);
        AppendStale(page, review);
        AppendPicture(page, review);
        AppendChanges(page, review);
        page.Append($"</main>\n<footer>plan fingerprint <code>{review.Fingerprint}</code>{(review.TerraformVersion is { } version ? $" · planned by version {Text(version)}" : "")}</footer>\n<script>\n{Script}</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void AppendFindings(StringBuilder page, string id, string heading, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }
        page.Append($"<section id=\"{id}\"><h2>{heading}</h2>\n");
        foreach (var finding in findings)
        {
            var severity = Wording.Of(finding.Severity);
            var change = Wording.Change(finding);
            page.Append($"<article class=\"finding {severity}{(finding.Acknowledgement is null ? "" : " acknowledged")}\" data-text=\"{Text($"{finding.Rule} {finding.Address} {finding.Attribute} {severity}".ToLowerInvariant())}\">");
            page.Append($"<h3><span class=\"badge\">{severity}</span> {finding.Rule} <code>{Text(finding.Address)}</code></h3>");
            page.Append(change.Length == 0 ? "" : $"<p class=\"change\"><code>{Text(change)}</code></p>");
            page.Append($"<p>{Text(finding.Consequence)}</p>");
            page.Append(finding.Acknowledgement is { } given ? $"<p class=\"answer\">Acknowledged until {given.Expires:yyyy-MM-dd}: {Text(given.Reason)}</p>" : $"<p class=\"advice\">{Text(finding.Advice)}</p>");
            page.Append(finding.Snippet is { } snippet ? $"<pre><code>{string.Join('\n', snippet.TrimEnd('\n').Split('\n').Select(Text))}</code></pre>" : "");
            if (finding.Folded.Count > 0)
            {
                page.Append($"<details><summary>{Wording.Plural(finding.Folded.Count, "finding")} that follow from it</summary><ul>");
                page.AppendJoin("", finding.Folded.Select(folded => $"<li>{folded.Rule} <code>{Text(folded.Address)}</code>: {Text(folded.Consequence)}</li>"));
                page.Append("</ul></details>");
            }
            page.Append($"<p class=\"fingerprint\">fingerprint <code>{finding.Fingerprint}</code></p></article>\n");
        }
        page.Append("</section>\n");
    }

    private static void AppendStale(StringBuilder page, PlanReview review)
    {
        if (review.Stale.Count > 0)
        {
            page.Append("<section id=\"stale\"><h2>Acknowledgements that do not hold</h2><ul>");
            page.AppendJoin("", review.Stale.Select(stale => $"<li>{Text(stale.Acknowledgement.Rule)} <code>{Text(stale.Acknowledgement.Address)}</code> {Text(stale.Why)}</li>"));
            page.Append("</ul></section>\n");
        }
    }

    private static void AppendPicture(StringBuilder page, PlanReview review)
    {
        if (review.Picture.Nodes.Count == 0)
        {
            return;
        }
        page.Append("<section id=\"picture\"><h2>Path of traffic</h2>\n<p class=\"legend\"><span class=\"keep\">keep</span><span class=\"add\">add</span><span class=\"change\">change</span><span class=\"replace\">replace</span><span class=\"delete\">delete</span></p>\n<div class=\"scroll\">");
        page.Append(review.Picture.IsTooLarge ? "<p>There are too many nodes for a picture.</p>" : Svg.Of(review.Picture));
        page.Append("</div></section>\n");
    }

    private static void AppendChanges(StringBuilder page, PlanReview review)
    {
        var changes = review.Changes.Concat(review.Outputs).ToList();
        if (changes.Count + review.Drift.Count == 0)
        {
            return;
        }
        page.Append("<section id=\"changes\"><h2>Changes</h2>\n<p class=\"filter\"><input id=\"filter\" type=\"search\" placeholder=\"address, type, action\" aria-label=\"Filter\"> <label><input id=\"noise\" type=\"checkbox\"> show noise</label> <span id=\"count\"></span></p>\n");
        foreach (var change in changes)
        {
            AppendChange(page, change, change.Action);
        }
        foreach (var drift in review.Drift)
        {
            AppendChange(page, drift, "outside Terraform");
        }
        page.Append("</section>\n");
    }

    private static void AppendChange(StringBuilder page, ReviewedChange change, string action)
    {
        var why = change.Follows is { } root ? $"follows {root}" : change.Noise ?? change.Reason ?? "";
        page.Append($"<details class=\"resource{(change.Noise is null ? "" : " noise")}\" data-text=\"{Text($"{change.Address} {change.Type} {action} {why}".ToLowerInvariant())}\"><summary><span class=\"action {Text(action.Split(' ')[0])}\">{Text(action)}</span> <code>{Text(change.Address)}</code> <span class=\"why\">{Text(why)}</span></summary>");
        if (change.Attributes.Count > 0)
        {
            page.Append("<table><thead><tr><th>attribute</th><th>before</th><th>after</th></tr></thead><tbody>");
            page.AppendJoin("", change.Attributes.Select(attribute => $"<tr><td><code>{Text(attribute.Path)}</code></td><td><code>{Text(attribute.Before)}</code></td><td><code>{Text(attribute.After)}</code></td></tr>"));
            page.Append("</tbody></table>");
        }
        page.Append("</details>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(PlainText.Of(text));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ReviewHtml).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
