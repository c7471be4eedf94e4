using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Hcl.Tests;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("var.subnets[0].id")]
    [InlineData("aws_lb.this[each.key].arn")]
    [InlineData("one(aws_iam_role.task[*].arn)")]
    [InlineData("a == null ? true : a >= 1 && a <= 5")]
    [InlineData("(a == null) == (b == null)")]
    [InlineData("a || (b && c)")]
    [InlineData("(a || b) && c")]
    [InlineData("!(a || b) && !can(c)")]
    [InlineData("(a ? b : c) ? (d ? e : f) : g ? h : i")]
    [InlineData("(a + b) * c - (d - e) % 2")]
    [InlineData("-1 + -a")]
    [InlineData("\"${a ? \"x\" : \"y\"}-$${b}\\\"\\\\\\n\"")]
    [InlineData("[for key, value in var.map : \"${key}=${value}\" if value != null]")]
    [InlineData("{ for value in var.list : value.name => value... }")]
    [InlineData("merge({ Name = var.name, \"a b\" = 1 }, var.tags...)")]
    [InlineData("{}")]
    [InlineData("contains([\"HTTP\", \"HTTPS\"], coalesce(var.protocol, \"HTTP\"))")]
    public void What_is_written_with_the_parentheses_that_it_needs_is_written_again(string text) => Assert.Equal(text, Printer.Expression(Parser.Expression(text)));

    [Theory]
    [InlineData("((a))", "a")]
    [InlineData("!(contains(a, b))", "!contains(a, b)")]
    [InlineData("a&&b||c", "(a && b) || c")]
    [InlineData("{ a = 1\n b : 2 }", "{ a = 1, b = 2 }")]
    [InlineData("\"${a}\"", "a")]
    public void What_is_written_in_another_way_is_written_in_one(string text, string written) => Assert.Equal(written, Printer.Expression(Parser.Expression(text)));

    [Theory]
    [InlineData("%{ if a }b%{ endif }", "\"%{ if a }b%{ endif }\"")]
    [InlineData("${~ a ~}", "\"${~ a ~}\"")]
    public void Directives_of_templates_stay_as_they_are(string template, string expression) => Assert.Equal(expression, Printer.Expression(Parser.Template(template)));

    [Fact]
    public void Text_that_is_no_expression_known_here_is_an_operand_in_parentheses() => Assert.Equal("(a ?? b).c", Printer.Expression(Parser.Expression("a ?? b").Attribute("c")));

    [Fact]
    public void A_tree_in_an_expression_is_an_operand_whatever_it_is() =>
        Assert.Equal("(a ? b : c) == (d || e)", Printer.Expression(Parser.Expression($"{Parser.FirstHole} == {(char)(Parser.FirstHole + 1)}", Parser.Expression("a ? b : c"), Parser.Expression("d || e"))));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("$${a}", "$${a}")]
    [InlineData("${a}", "${a}")]
    [InlineData("${a}/\"x\"/${b}", "${a}/\"x\"/${b}")]
    public void A_template_is_text_in_the_JSON_syntax(string template, string written) => Assert.Equal(written, Printer.Template(Parser.Template(template)));
}
