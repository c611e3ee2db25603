namespace FinalAccounts.Service.Audit;

/// <summary>What each action of the audit log is called.</summary>
public static class AuditActions
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["person.signed-in"] = "登录",
        ["person.locked-out"] = "输错密码被锁定",
        ["person.slowed"] = "输错密码，须等待",
        ["person.second-factor-set"] = "启用动态码",
        ["person.second-factor-off"] = "停用动态码",
        ["role.second-factor"] = "设定要动态码的角色",
        ["person.password-changed"] = "修改密码",
        ["person.password-reset"] = "重置密码",
        ["person.created"] = "新增人员",
        ["person.changed"] = "修改人员",
        ["person.units-given"] = "给予单位",
        ["person.units-taken"] = "收回单位",
        ["person.disabled"] = "停用人员",
        ["person.enabled"] = "恢复人员",
        ["token.created"] = "新建令牌",
        ["token.revoked"] = "作废令牌",
        ["unit.added"] = "新增单位",
        ["unit.changed"] = "修改单位",
        ["document.audited"] = "审核公开文档",
        ["delivery.received"] = "批量提交",
        ["import.uploaded"] = "提交数据",
        ["import.accepted"] = "采用数据",
        ["import.rejected"] = "不采用数据",
        ["import.downloaded"] = "下载提交的文件",
        ["facts.downloaded"] = "下载文字资料表",
        ["accounts.downloaded"] = "读取数据",
        ["correction.made"] = "更正",
        ["correction.undone"] = "撤销更正",
        ["run.requested"] = "要求生成",
        ["run.cancelled"] = "取消生成",
        ["run.retried"] = "重新生成",
        ["batch.requested"] = "要求批量生成",
        ["batch.cancelled"] = "取消批量生成",
        ["batch.retried"] = "重试批量生成",
        ["schedule.added"] = "新增定时生成",
        ["schedule.changed"] = "修改定时生成",
        ["schedule.deleted"] = "删除定时生成",
        ["schedule.enabled"] = "启用定时生成",
        ["schedule.disabled"] = "停用定时生成",
        ["schedule.triggered"] = "立即运行定时生成",
        ["edition.generated"] = "生成版本",
        ["edition.submitted"] = "送审",
        ["edition.withdrawn"] = "撤回送审",
        ["edition.unapproved"] = "撤回审定",
        ["edition.returned"] = "退回",
        ["edition.approved"] = "审定",
        ["edition.published"] = "公开",
        ["edition.superseded"] = "被新版本取代",
        ["edition.downloaded"] = "下载版本",
        ["template.proposed"] = "提出模板修改",
        ["template.approved"] = "审定模板修改",
        ["template.rejected"] = "不采用模板修改",
        ["template.withdrawn"] = "撤回模板修改",
        ["template.kept"] = "保留自己的文本",
        ["template.exported"] = "导出模板集",
        ["template.draft-begun"] = "开始起草模板",
        ["template.draft-discarded"] = "放弃模板草稿",
        ["template.draft-downloaded"] = "下载模板草稿",
        ["backup.downloaded"] = "下载备份",
        ["backup.restored"] = "由备份恢复",
        ["audit.exported"] = "导出审计记录",
    };

    /// <summary>In Chinese; the identifier itself for one without a name.</summary>
    public static string Name(string action) => Names.GetValueOrDefault(action, action);

    /// <summary>All that have a name, for filters.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All => Names;
}
