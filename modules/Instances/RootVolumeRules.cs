using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Instances;

/// <summary>What holds of the volume that an instance starts from.</summary>
internal static class RootVolumeRules
{
    /// <summary>What the provider takes in a launch template, which an image by a parameter needs (aws 5.100).</summary>
    private const int TemplateThroughput = 1000;

    internal static void Check(InstanceProps instance, Report report)
    {
        var volume = instance.RootVolume;
        CheckDevice(instance, report);
        if (volume.KmsKeyArn is not null && volume.Encrypted.Is(false))
        {
            report.Add("rootVolume.kmsKeyArn", "is for an encrypted volume", $"{volume.KmsKeyArn}", "nothing beside encrypted: false", "remove it, or encrypted");
        }
        if (!volume.Type.TryGetLiteral(out var type))
        {
            return;
        }
        Check("sizeGib", volume.SizeGib, SizesOf(type));
        Check("iops", volume.Iops, IopsOf(type));
        Check("throughputMib", volume.ThroughputMib, type == VolumeType.Gp3 ? new NumberBetween(125, instance.ImageId is null ? TemplateThroughput : 2000, "MiB a second") : null);
        if (type is VolumeType.Io1 or VolumeType.Io2 && volume.Iops is null)
        {
            report.Add("rootVolume.iops", "is missing", null, $"{IopsOf(type)!.Allowed}, for {Spelling.Of(type)}", "add iops: …");
        }

        void Check(string property, Value<int>? value, NumberBetween? range)
        {
            if (value is not null && range is null)
            {
                report.Add($"rootVolume.{property}", "is not for this type of volume", $"{value} with {Spelling.Of(type)}", "nothing", "remove it, or change the type");
            }
            else if (value.IsLiteral(out var number) && !range!.Accepts(number))
            {
                report.Add($"rootVolume.{property}", range.Violation, $"{number}", $"{range.Allowed}, for {Spelling.Of(type)}", "use a number that is allowed");
            }
        }
    }

    private static void CheckDevice(InstanceProps instance, Report report)
    {
        var device = instance.RootVolume.DeviceName;
        if (instance.EffectiveImageParameter is null && device is not null)
        {
            report.Add("rootVolume.deviceName", "is found by itself where the image's id is given", $"{device}", "nothing beside imageId", "remove it");
        }
        if (instance.EffectiveImageParameter.IsLiteral(out var parameter) && !AmazonLinux.Has(parameter) && device is null)
        {
            report.Add("rootVolume.deviceName", "is missing", null, "the name that the image has its root volume under", "look it up in the image's block devices: /dev/sda1 for Ubuntu and Windows, /dev/xvda for Amazon Linux and Debian");
        }
    }

    private static NumberBetween SizesOf(VolumeType type) => type switch
    {
        VolumeType.Gp3 => new(1, 65_536, "GiB"),
        VolumeType.Gp2 => new(1, 16_384, "GiB"),
        VolumeType.Io1 => new(4, 16_384, "GiB"),
        VolumeType.Io2 => new(4, 65_536, "GiB"),
        _ => new(1, 1024, "GiB"),
    };

    private static NumberBetween? IopsOf(VolumeType type) => type switch
    {
        VolumeType.Gp3 => new(3000, 80_000, "operations a second"),
        VolumeType.Io1 => new(100, 64_000, "operations a second"),
        VolumeType.Io2 => new(100, 256_000, "operations a second"),
        _ => null,
    };
}
