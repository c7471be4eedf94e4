using System.Text;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Tests.RealPlans;

/// <summary>The plan of a case as it was recorded, for machines without Terraform.</summary>
internal static class RecordedPlan
{
    private const string Folder = "Plans";

    internal static VerifySettings Settings
    {
        get
        {
            var settings = new VerifySettings();
            settings.UseDirectory($"../{Folder}");
            return settings;
        }
    }

    internal static string Text(string name) => File.ReadAllText(Repository.PathOf("tests", "Review.Tests", Folder, $"RealPlanTests.The_provider_plans_a_case_as_recorded_name={name}.verified.json"));

    internal static Plan Read(string name) => PlanReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Text(name))));
}
