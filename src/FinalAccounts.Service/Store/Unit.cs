namespace FinalAccounts.Service.Store;

/// <summary>A budget unit (预算单位) whose accounts are published.</summary>
public sealed class Unit
{
    public long Id { get; set; }

    /// <summary>单位代码, unique; how the API names the unit.</summary>
    public required string Code { get; set; }

    /// <summary>公开名称, as 公开表 and 文字资料 write it.</summary>
    public required string Name { get; set; }

    /// <summary>公开层级.</summary>
    public UnitLevel Level { get; set; }

    /// <summary>The unit it belongs to; null for a department.</summary>
    public long? ParentId { get; set; }

    public Unit? Parent { get; set; }

    /// <summary>The template set of this unit's disclosures; null for the service's default.</summary>
    public string? TemplateSet { get; set; }

    /// <summary>False for a unit that no longer publishes; its editions stay.</summary>
    public bool Active { get; set; } = true;
}

/// <summary>公开层级: decides titles and how the text speaks of the unit.</summary>
public enum UnitLevel
{
    /// <summary>部门, subordinate units included.</summary>
    Department,

    /// <summary>本级.</summary>
    OwnLevel,

    /// <summary>单位.</summary>
    Unit,
}
