using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Publishing;

public sealed class ModuleChangelogTests
{
    [Fact]
    public void Every_module_has_a_version_in_its_changelog() =>
        Assert.All(Publisher.Names, name => Assert.True(ModuleVersion.In(ModuleText.Read(name, "CHANGELOG.md")) >= new Version(1, 0, 0)));

    [Fact]
    public void A_changelog_without_a_version_is_told() => Assert.Throws<FormatException>(() => ModuleVersion.In("# Changelog\n\n## Unreleased\n"));

    [Fact]
    public void The_first_version_of_a_changelog_is_the_newest() => Assert.Equal(new Version(1, 1, 0), ModuleVersion.In("# Changelog\n\n## 1.1.0\n\n- More.\n\n## 1.0.0\n\n- First version.\n"));
}
