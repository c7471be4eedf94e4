using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Publishing;

public sealed class ValueChoicesTests
{
    private static readonly Expression Optional = Expression.Of("var.a") with { IsOptional = true };

    [Fact]
    public void A_literal_is_decided_here()
    {
        Assert.Equal("1", $"{((Value<int>)1).Or(2)}");
        Assert.Equal("2", $"{((Value<int>?)null).Or(2)}");
        Assert.Equal("HTTP", $"{Value.When<TargetGroupProtocol>(true, TargetGroupProtocol.Http, null)}");
        Assert.True(((Value<TargetType>)TargetType.Ip).IsAnyOf(TargetType.Ip, TargetType.Alb).Is(true));
        Assert.True(((Value<TargetType>?)null).IsAnyOf(TargetType.Ip).Is(false));
    }

    [Fact]
    public void What_only_terraform_knows_is_left_to_it()
    {
        Value<TargetType> type = Expression.Of("var.type");

        Assert.Equal("${var.a != null ? var.a : 2}", $"{((Value<int>)Optional).Or(2)}");
        Assert.Equal("${var.a}", $"{((Value<int>)Expression.Of("var.a")).Or(2)}");
        Assert.Equal("${var.type == \"alb\" ? \"TCP\" : null}", $"{Value.When<TargetGroupProtocol>(type.IsAnyOf(TargetType.Alb), TargetGroupProtocol.Tcp, null)}");
        Assert.Equal("${contains([\"instance\", \"ip\", \"alb\"], var.type)}", $"{type.IsAnyOf(TargetType.Instance, TargetType.Ip, TargetType.Alb)}");
        Assert.Equal("${var.type != \"alb\"}", $"{!type.IsAnyOf(TargetType.Alb)}");
        Assert.Equal("${var.a != null}", $"{((Value<int>)Optional).IsSet()}");
        Assert.Equal("${(var.type == \"ip\" || var.type == \"alb\") && var.b}", $"{type.IsAnyOf(TargetType.Ip, TargetType.Alb) & Expression.Of("var.b")}");
    }

    [Fact]
    public void What_can_be_only_one_of_two_is_no_other()
    {
        var type = Value.When<TargetType>(Expression.Of("var.b"), TargetType.Ip, TargetType.Alb);

        Assert.True(type.IsAnyOf(TargetType.Lambda).Is(false));
        Assert.False(type.IsAnyOf(TargetType.Lambda, TargetType.Alb).IsLiteral);
    }

    [Fact]
    public void What_is_held_by_an_object_is_there_when_that_is()
    {
        Value<string> name = Expression.Of("var.topic.arn") with { IsOptional = true, Holder = Hcl.Expressions.Parser.Expression("var.topic") };

        Assert.Equal("${var.topic != null}", $"{name.IsSet()}");
        Assert.Equal("${var.topic != null ? var.topic.arn : aws_sns_topic.alarms.arn}", $"{name.Or(Expression.Of("aws_sns_topic.alarms.arn"))}");
    }
}
