using Gegevensdeling.Calendar;
using Xunit;

namespace Gegevensdeling.Tests.Calendar;

public sealed class DutchDateTests
{
    [Fact]
    public void A_date_is_said_in_Dutch() =>
        Assert.Equal(
            ["1 januari 2026", "29 februari 2028", "31 maart 2026", "31 december 2026"],
            new[] { new DateOnly(2026, 1, 1), new(2028, 2, 29), new(2026, 3, 31), new(2026, 12, 31) }.Select(DutchDate.Say));
}
