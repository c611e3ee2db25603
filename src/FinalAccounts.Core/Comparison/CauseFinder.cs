using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>Finds for each change which steps made it: the block is followed through the documents in between, and within a block the stretch of text.</summary>
internal sealed class CauseFinder
{
    private readonly IReadOnlyList<BlockChange> blocks;
    private readonly IReadOnlyList<TracedStep> steps;
    private readonly IReadOnlyList<CauseKind> possible;
    private readonly ValueExplanations values;
    private readonly IReadOnlyList<string> files;

    public CauseFinder(
        DocumentComparison whole, IReadOnlyList<Step> steps, IReadOnlyList<CauseKind> possible, ValueExplanations values, IReadOnlyList<string> files)
    {
        blocks = [.. whole.Blocks];
        this.steps = [.. steps.Select(step => new TracedStep(step))];
        (this.possible, this.values, this.files) = (possible, values, files);
    }

    /// <summary>Why it changed.</summary>
    public IReadOnlyList<Cause> Of(Change change)
    {
        var block = blocks[change.Block];
        var kinds = Kinds(change, block).Distinct().Order().ToList();
        return [.. (kinds.Count > 0 ? kinds : possible).Select(kind => Explained(kind, change, block))];
    }

    private IEnumerable<CauseKind> Kinds(Change change, BlockChange block)
    {
        var path = Path(block);
        var touched = new bool[steps.Count];
        for (var i = 0; i < touched.Length; i++)
        {
            touched[i] = change.Spot.Cell is { } cell ? steps[i].Changed(cell)
                : path[i] is not (null or KeptBlock) && Touches(change, path, i);
        }

        // Where words cannot be told apart, everything that changed the block counts.
        if (!touched.Contains(true))
        {
            touched = [.. path.Select(step => step is not (null or KeptBlock))];
        }

        return steps.Zip(touched).Where(pair => pair.Second).Select(pair => pair.First.Cause).OfType<CauseKind>();
    }

    private BlockChange?[] Path(BlockChange block)
    {
        var path = new BlockChange?[steps.Count];
        var earlier = block.Earlier;
        for (var i = 0; i < path.Length && earlier is not null; i++)
        {
            path[i] = steps[i].From(earlier);
            earlier = path[i]?.Later;
        }

        var later = block.Later;
        for (var i = path.Length - 1; i >= 0 && later is not null; i--)
        {
            path[i] ??= steps[i].To(later);
            later = path[i]?.Earlier;
        }

        return path;
    }

    private bool Touches(Change change, BlockChange?[] path, int i)
    {
        var own = steps[i].ChangesOf(path[i]!);
        if (change.Kind != ChangeKind.Text)
        {
            return own.Any(other => other.Before == change.Before || other.After == change.After);
        }

        // A step's places are those of the earlier document as long as nothing before it changed the block, and of the later one likewise.
        var spot = change.Spot;
        return path[..i].All(step => step is KeptBlock) ? own.Any(other => Meet(spot.BeforeStart, spot.BeforeEnd, other.Spot.BeforeStart, other.Spot.BeforeEnd))
            : !path[(i + 1)..].All(step => step is KeptBlock) || own.Any(other => Meet(spot.AfterStart, spot.AfterEnd, other.Spot.AfterStart, other.Spot.AfterEnd));
    }

    private static bool Meet(int start, int end, int otherStart, int otherEnd) =>
        Math.Max(start, otherStart) < Math.Min(end, otherEnd)
        || ((start == end || otherStart == otherEnd) && Math.Max(start, otherStart) <= Math.Min(end, otherEnd));

    private Cause Explained(CauseKind kind, Change change, BlockChange block) => kind switch
    {
        CauseKind.Data => new Cause(kind, values.Of(change, block)),
        CauseKind.Template => ByFile(block),
        _ => new Cause(kind, []),
    };

    private Cause ByFile(BlockChange block)
    {
        var places = new[] { block.Earlier?.Place, block.Later?.Place }.OfType<Place>().Select(place => place.File).ToList();
        var own = files.Where(file => places.Any(place => file == place || file.EndsWith("/" + place, StringComparison.Ordinal))).ToList();
        if (own.Count > 0)
        {
            return new Cause(CauseKind.Template, own);
        }

        // Not its own template: what all sections share.
        var shared = files.Where(file => !file.Contains("/sections/", StringComparison.Ordinal) || file.EndsWith("/句式.sbn", StringComparison.Ordinal)).ToList();
        var rules = shared.Count > 0 && shared.All(file => file.EndsWith("/metrics.yaml", StringComparison.Ordinal) || file.EndsWith("/rules.yaml", StringComparison.Ordinal));
        return new Cause(rules ? CauseKind.Rule : CauseKind.Template, shared.Count > 0 ? shared : files);
    }

    private sealed class TracedStep
    {
        private readonly Dictionary<Block, BlockChange> from = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<Block, BlockChange> to = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<BlockChange, List<Change>> changes = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<CellKey> cells;

        public TracedStep(Step step)
        {
            Cause = step.Cause;
            var blocks = step.Comparison.Blocks.ToList();
            foreach (var block in blocks)
            {
                changes[block] = [];
                if (block.Earlier is { } earlier)
                {
                    from[earlier] = block;
                }

                if (block.Later is { } later)
                {
                    to[later] = block;
                }
            }

            foreach (var change in step.Comparison.Changes)
            {
                changes[blocks[change.Block]].Add(change);
            }

            cells = [.. step.Comparison.Changes.Select(change => change.Spot.Cell).OfType<CellKey>()];
        }

        public CauseKind? Cause { get; }

        public BlockChange? From(Block earlier) => from.GetValueOrDefault(earlier);

        public BlockChange? To(Block later) => to.GetValueOrDefault(later);

        public bool Changed(CellKey cell) => cells.Contains(cell);

        public List<Change> ChangesOf(BlockChange block) => changes[block];
    }
}
