using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.State;

/// <summary>A backend in a model, so that it is checked also where no manifest declares it.</summary>
internal static class BackendModel
{
    /// <summary>Declares a backend and its kind.</summary>
    internal static void Declare(Model model, string path, BackendProps backend)
    {
        var declared = model.Add(path, "", null, backend);
        foreach (var (kind, props) in new (string, IProps?)[] { ("s3", backend.S3), ("cloud", backend.Cloud), ("http", backend.Http) })
        {
            if (props is not null)
            {
                model.Add($"{path}.{kind}", "", declared, props);
            }
        }
        if (backend.S3?.AssumeRole is { } role)
        {
            model.Add($"{path}.s3.assumeRole", "", declared, role);
        }
    }
}
