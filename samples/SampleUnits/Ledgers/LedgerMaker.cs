namespace FinalAccounts.Samples.Ledgers;

/// <summary>Makes a unit's ledger by chance, within what the options say.</summary>
internal sealed class LedgerMaker(UnitOptions options, Dice dice)
{
    /// <summary>This year's ledger.</summary>
    /// <param name="economic">The economic 款 that the set's table has.</param>
    public Ledger Make(IReadOnlyList<string> economic)
    {
        var lines = Lines().OrderBy(line => line.Code, StringComparer.Ordinal).ToList();
        if (options.NothingSpent)
        {
            lines = lines.ConvertAll(line => line with { General = Carried(line.General), Government = Carried(line.Government), State = Carried(line.State) });
        }

        var business = options.Funds.HasFlag(UnitFunds.Business);
        return new EconomicShares(options, dice, economic).Complete(lines, business ? dice.Money(1, 5) : 0, business ? dice.Money(1, 10) : 0);
    }

    /// <summary>The year before: the same 项 with other amounts, closing as this year opens.</summary>
    public Ledger Before(Ledger ledger, IReadOnlyList<string> economic)
    {
        var lines = ledger.Lines.Select(line => line with
        {
            General = Earlier(line.General),
            Government = options.GrowthFromZero ? Fund.None with { Closing = line.Government.Opening } : Earlier(line.Government),
            State = options.GrowthFromZero ? Fund.None with { Closing = line.State.Opening } : Earlier(line.State),
            Other = Fund.None with { Closing = line.Other.Opening },
            Sources = line.Other.Opening > 0 ? new Dictionary<string, decimal> { ["其他收入"] = line.Other.Opening } : new Dictionary<string, decimal>(),
            ToSuperior = 0,
            Business = 0,
            ToSubordinates = 0,
        }).ToList();
        var before = options with { ThreePublic = options.ThreePublic && !options.GrowthFromZero, NothingSpent = false, Unbudgeted = false };
        return new EconomicShares(before, dice, economic).Complete(lines, 0, 0);
    }

    private IEnumerable<LedgerLine> Lines()
    {
        var running = options.Nature == UnitNature.Institution ? "2010350" : "2010301";
        var pay = dice.Money(300, 6_000);
        yield return Earning(new LedgerLine(running, SubjectPool.Name(running)) { General = Line(pay, 0) });
        decimal[] shares = [0.12m, 0.06m, 0.05m, 0.08m];
        for (var i = 0; i < SubjectPool.ForPersons.Count; i++)
        {
            var code = SubjectPool.ForPersons[i];
            yield return new LedgerLine(code, SubjectPool.Name(code)) { General = Line(dice.Part(pay, shares[i] * 0.8m, shares[i] * 1.2m), 0) };
        }

        var tasks = Math.Max(1, (options.Items * options.Scale) - SubjectPool.ForPersons.Count - 1);
        foreach (var code in SubjectPool.Tasks(tasks, dice))
        {
            yield return Task(code, Line(dice.OnceIn(6) ? dice.Money(5, 60) : 0, dice.Money(8, 900)));
        }

        if (options.Funds.HasFlag(UnitFunds.GovernmentFund))
        {
            foreach (var code in SubjectPool.OfGovernmentFunds)
            {
                yield return new LedgerLine(code, SubjectPool.Name(code)) { Government = Line(0, dice.Money(20, 600)) };
            }
        }

        if (options.Funds.HasFlag(UnitFunds.StateCapital))
        {
            // The table of the state capital budget has no carryover.
            foreach (var code in SubjectPool.OfStateCapital)
            {
                yield return new LedgerLine(code, SubjectPool.Name(code)) { State = new Fund(0, 0, dice.Money(10, 200), 0) };
            }
        }
    }

    private bool HasOther => !options.NothingSpent && options.Funds >= UnitFunds.OtherIncome;

    private LedgerLine Task(string code, Fund general)
    {
        var line = new LedgerLine(code, SubjectPool.Name(code)) { General = general };
        if (!HasOther || !dice.OnceIn(3))
        {
            return line;
        }

        var other = Line(dice.OnceIn(4) ? dice.Money(2, 20) : 0, dice.Money(3, 80));
        return line with { Other = other, Sources = Sources(other.Income) };
    }

    // The running costs' line takes the sources that every unit of this kind has.
    private LedgerLine Earning(LedgerLine line)
    {
        if (!HasOther)
        {
            return line;
        }

        var business = options.Funds.HasFlag(UnitFunds.Business);
        var other = Line(0, dice.Money(30, 120));
        line = line with
        {
            Other = other,
            ToSuperior = business ? dice.Money(2, 20) : 0,
            Business = business ? dice.Money(5, 40) : 0,
            ToSubordinates = business ? dice.Money(2, 20) : 0,
        };
        return line with { Sources = Sources(other.Income + line.ToSuperior + line.Business + line.ToSubordinates) };
    }

    private Dictionary<string, decimal> Sources(decimal income)
    {
        var names = new List<string>();
        if (options.Funds.HasFlag(UnitFunds.Business))
        {
            names.AddRange(["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入"]);
        }

        if (options.Funds.HasFlag(UnitFunds.OtherIncome))
        {
            names.Add("其他收入");
        }

        return names.Zip(dice.Split(income, names.Count)).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private Fund Line(decimal basic, decimal project)
    {
        var opening = options.Prior == PriorYear.NewUnit || options.GrowthFromZero || project == 0 || !dice.OnceIn(4) ? 0 : dice.Part(project, 0.01m, 0.1m);
        var closing = project == 0 || !dice.OnceIn(4) ? 0 : dice.Part(project, 0.01m, 0.1m);
        return new Fund(opening, basic, project, closing);
    }

    private Fund Earlier(Fund fund)
    {
        // What a unit that spent nothing had planned is what it spent the year before.
        var basic = dice.Part(fund.Basic, 0.7m, 1.15m);
        var project = dice.Part(fund.Spent == 0 ? fund.Closing : fund.Project, 0.6m, 1.2m);
        return new Fund(0, basic, project, fund.Opening);
    }

    private static Fund Carried(Fund fund) => new(fund.Opening, 0, 0, fund.Spent + fund.Closing);
}
