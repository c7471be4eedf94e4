namespace Orchestrator.Simulation.Play;

/// <summary>A function for each target group, invoked one after the other.</summary>
internal sealed class SeveralPlayers(IReadOnlyList<IPlayer> players) : IPlayer
{
    public async Task<string?> RunAsync()
    {
        var told = new List<string>();
        foreach (var player in players)
        {
            if (await player.RunAsync() is { } text && !told.Contains(text))
            {
                told.Add(text);
            }
        }
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    public void Restart() => players.ToList().ForEach(player => player.Restart());

    public IPlayer Another() => new SeveralPlayers([.. players.Select(player => player.Another())]);
}
