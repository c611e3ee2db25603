using CsCheck;
using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Formulas;
using FinalAccounts.Samples;
using FinalAccounts.Samples.Mistakes;

namespace FinalAccounts.Tests.Checks;

/// <summary>The law of the tables' rules: whatever the unit, what is right is not called wrong, and no single figure can be changed unnoticed.</summary>
public sealed class SingleCellTests
{
    private static readonly CompiledSet Set =
        ShippedSets.Of("hubei-2023");

    private static readonly Gen<UnitOptions> Units =
        Gen.Int[1, 100_000].Select(seed => UnitVariety.Batch(1 + (seed % 24), seed).Last() with { Items = 4 + (seed % 14) });

    [Fact]
    public void ValidAccountsHaveNoError() => Units.Sample(
        options => Assert.Equal([], Errors(SampleUnit.Create(Set, options)).Select(finding => $"{finding.Rule} {finding.Message}")),
        iter: 150, threads: 1);

    [Fact]
    public void AnySingleFigureChangedBeyondRoundingIsAnErrorThatNamesItsCell() => Gen.Select(Units, Gen.Double.Unit, Gen.Int[-3, 3]).Sample(
        (options, which, step) =>
        {
            var accounts = PlacedAccounts.Of(SampleUnit.Create(Set, options), Set.Set);
            var cells = accounts.Tables.Values.SelectMany(table => table.Rows.SelectMany(row => row.Cells.Select(cell => (table, row.Key, cell)))).ToList();
            var (table, row, cell) = cells[(int)(which * cells.Count)];
            var figures = table.Rows.Count + 5;

            // More than rounding explains of as many figures as any rule of the table adds up; 0.01元 where nothing is rounded.
            var change = (step >= 0 ? step + 1 : step) * (options.Unit == MoneyUnit.Yuan ? 0.01m : figures * 100m);
            var changed = Change(accounts, table.Key, row, cell.Key, (cell.Value.Value ?? 0) + change);

            Assert.True(
                Errors(changed).Any(finding => finding.Places.Contains(cell.Value.Place!)),
                $"{options}: {table.Key}[{row}, {cell.Key}] {cell.Value.Value} {change:+0.00;-0.00}");
        },
        iter: 300, threads: 1);

    private static IEnumerable<Finding> Errors(DepartmentAccounts accounts) =>
        Checker.Check(Set, accounts, CancellationToken.None).Where(finding => finding.Severity >= Severity.Error);

    private static DepartmentAccounts Change(DepartmentAccounts accounts, string table, string row, string column, decimal value) => accounts with
    {
        Tables = new Dictionary<string, AccountsTable>(accounts.Tables)
        {
            [table] = accounts.Tables[table] with
            {
                Rows = accounts.Tables[table].Rows.Select(one => one.Key != row ? one : one with
                {
                    Cells = new Dictionary<string, AccountsCell>(one.Cells) { [column] = one.Cell(column) with { Value = value } },
                }).ToList(),
            },
        },
    };
}
