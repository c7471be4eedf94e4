using System.Text.RegularExpressions;
using Orchestrator.Review.Output;
using Orchestrator.Review.Tests.Output;

namespace Orchestrator.Review.Tests.Browser;

public sealed partial class HtmlInBrowserTests
{
    /// <summary>Uses the page as a reader does and writes what it sees into its title.</summary>
    private const string Reader = """
        <script>
        addEventListener("error", event => document.title += " error:" + event.message);
        addEventListener("securitypolicyviolation", event => document.title += " blocked:" + event.blockedURI);
        addEventListener("load", () => {
          const shown = () => [...document.querySelectorAll(".resource")].filter(resource => resource.getClientRects().length > 0).length;
          const seen = [];
          seen.push("all " + shown());
          document.getElementById("noise").click();
          seen.push("noise " + shown());
          document.getElementById("filter").value = "LISTENER replace";
          document.getElementById("filter").dispatchEvent(new Event("input"));
          seen.push("filtered " + shown() + " " + document.getElementById("count").textContent);
          const color = () => getComputedStyle(document.body).backgroundColor;
          const before = color();
          document.getElementById("theme").click();
          seen.push("theme " + (before !== color()));
          const boxes = [...document.querySelectorAll("svg.traffic .node rect")].map(rect => rect.getBoundingClientRect());
          const overlap = boxes.some((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
          const texts = [...document.querySelectorAll("svg.traffic .node")].every(node => [...node.querySelectorAll("text")].every(text => text.getBBox().width <= node.querySelector("rect").getBBox().width));
          seen.push("nodes " + boxes.length + " overlap " + overlap + " fit " + texts);
          const details = document.querySelector(".finding details");
          details.open = true;
          seen.push("details " + (details.querySelector("li").getClientRects().length > 0));
          document.title = seen.join("; ") + document.title.replace(/^.*?( error| blocked|$)/, "$1");
        });
        </script>
        </head>
        """;

    [ChromiumFact]
    public void The_page_filters_folds_changes_its_colours_and_draws_its_picture()
    {
        var page = ReviewHtml.Of(FormatTests.Review(), "edge").Replace("</head>", Reader, StringComparison.Ordinal);

        var document = Chromium.Open(page);

        Assert.Equal("all 9; noise 10; filtered 2 2 of 10; theme true; nodes 12 overlap false fit true; details true", Title().Match(document).Groups["title"].Value);
    }

    [ChromiumFact]
    public void Markup_in_a_plan_runs_no_script()
    {
        var review = Given.Review(Given.Changes("""{ "aws_lb.a[\"<img src=x onerror=document.title='owned'>\"]": { "actions": "update", "before": { "name": "a" }, "after": { "name": "</script><script>document.title='owned'</script>" } } }"""));

        var document = Chromium.Open(ReviewHtml.Of(review));

        Assert.Equal("Plan review", Title().Match(document).Groups["title"].Value);
    }

    [GeneratedRegex("<title>(?<title>.*?)</title>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();
}
