#!/usr/bin/env python3
"""核对转录：python3 check.py [-v]

(a) facts.yaml 对照 templates/hubei-2023/facts.yaml：工作表、字段、必填、选项、类型
(b) 绩效：各级权重、指标得分＋执行得分与总分、定量得分复算；其它几处可以加总的数
(c) published.txt 的字句有多少在源文件里，逐句列出不在的
-v 把预料之中的（模板语句、表头、备注）也列出来。
(d) 反过来：源文件里有没有公布文本里没有的字句（推算的、补全的）
(a)(c)(d) 有意外时退出码为 1；(b) 的差异多半是公布文本自己的差错，只列出。
"""
import collections, datetime, glob, os, re, sys
from decimal import Decimal as D
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.dirname(HERE)
ROOT = os.path.dirname(os.path.dirname(SAMPLE))
VERBOSE = '-v' in sys.argv
load = lambda p: yaml.safe_load(open(p, encoding='utf-8'))
facts = load(os.path.join(HERE, 'facts.yaml'))
terms = load(os.path.join(HERE, 'terms.yaml'))
schema = {s['name']: s for s in load(os.path.join(ROOT, 'templates/hubei-2023/facts.yaml'))['sheets']}
tables = {os.path.basename(p)[:-4]: [l.split('\t') for l in open(p, encoding='utf-8').read().rstrip('\n').split('\n')]
          for p in sorted(glob.glob(os.path.join(HERE, '表0*.tsv')))}
bad = 0


def money(s):
    return D(str(s).replace(',', ''))


# ---------- (a) ----------
print('== (a) 字段与类型')
# 公布文本就是这样印的，照录
AS_PUBLISHED = {('整体自评表', '总分', '#REF!')}


def typed(kind, f, v):
    num = r'-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?'
    if kind == 'money': return isinstance(v, str) and re.fullmatch(num, v)
    if kind == 'percent': return isinstance(v, str) and re.fullmatch(num + '%', v)
    if kind == 'integer': return type(v) is int
    if kind == 'decimal': return type(v) in (int, float)
    if kind == 'date': return isinstance(v, datetime.date)
    if kind == 'choice': return v in f['options']
    if kind == 'flag': return v in ('是', '否')
    if kind == 'text': return isinstance(v, str) and v.strip() == v != '' and '\n' not in v
    return isinstance(v, str) and v.strip() == v != ''


def complain(*a):
    global bad
    bad += 1
    print('  ✗', *a)


exceptions = 0
for name, data in facts.items():
    if name not in schema: complain('没有这张工作表', name); continue
    fs = {f['name']: f for f in schema[name]['fields']}
    rows = [data] if schema[name]['kind'] == 'fields' else data
    for i, row in enumerate(rows, 1):
        for k in row:
            if k not in fs: complain(name, i, '没有这个字段', k)
        for k, f in fs.items():
            if k not in row:
                if f.get('required'): complain(name, i, '缺必填字段', k)
            elif (name, k, row[k]) in AS_PUBLISHED: exceptions += 1
            elif not typed(f['type'], f, row[k]): complain(name, i, k, '不是', f['type'], repr(row[k]))
keys = [r['项目'] for r in facts['项目自评表']]
if len(set(keys)) != len(keys): complain('项目重复')
for sh in ('项目绩效指标', '项目自评结果'):
    for r in facts[sh]:
        if r['项目'] not in keys: complain(sh, '项目自评表里没有', r['项目'])
for r in facts['项目自评表']:
    if ('结果标题' in r) != any(x['项目'] == r['项目'] for x in facts['项目自评结果']): complain('结果标题与自评结果不配', r['项目'])
for t in terms:
    if set(t) != {'名词', '解释'}: complain('terms.yaml', t)
for n, t in tables.items():
    for r in t:
        if len(r) != len(t[0]): complain(n, '列数不齐', r)
        if n != '表01' and n != '表04':
            for c in r[(0 if n == '表09' else 2):] if r is not t[0] else ():
                if c and not re.fullmatch(r'\d{1,3}(,\d{3})*\.\d\d', c): complain(n, '不是金额', c)
print(f'  {len(facts)} 张工作表，{sum(len(v) if isinstance(v, list) else 1 for v in facts.values())} 条记录；'
      f'{sum(len(t) - 1 for t in tables.values())} 行表格；照录的例外 {exceptions} 处')
print('  没有用到的工作表：', '、'.join(s for s in schema if s not in facts))

# ---------- (b) ----------
print('== (b) 权重、得分、加总')
diffs = 0


def diff(*a):
    global diffs
    diffs += 1
    print('  ·', *a)


d = lambda x: D(str(x))


def num_of(s):
    m = re.fullmatch(r'[≥≤<>]?([\d,]+(?:\.\d+)?)(\D*)', s)
    return (money(m.group(1)), m.group(2)) if m else (None, None)


def indicator_sums(label, rows):
    lv1, lv2 = collections.OrderedDict(), collections.OrderedDict()
    for r in rows:
        w = r.get('权重')
        if w is None:
            diff(label, '三级指标没有印权重', r['三级指标'], '得分', r['得分']); w = r['得分']
        lv1.setdefault(r['一级指标'], [r.get('一级权重'), D(0)])[1] += d(w)
        lv2.setdefault((r['一级指标'], r['二级指标']), [r.get('二级权重'), D(0)])[1] += d(w)
        if d(r['得分']) > d(w): diff(label, r['三级指标'], '得分', r['得分'], '大于权重', w)
        a, ua = num_of(r['年初目标值']); b, ub = num_of(r['实际完成值'])
        if a and b is not None and ua == ub and not re.match('[≤<]', r['年初目标值']):
            want = min(d(w), d(w) * b / a).quantize(D('0.01'))
            if abs(want - d(r['得分'])) > D('0.011'):
                diff(label, r['三级指标'], f"{r['年初目标值']} → {r['实际完成值']}，权重 {w}：按公式应得 {want}，印 {r['得分']}")
    for k, (p, s) in list(lv1.items()) + list(lv2.items()):
        if p is not None and d(p) != s: diff(label, k, '印权重', p, '下级合计', s)
    for k in lv1:
        s = sum(d(v[0]) for q, v in lv2.items() if q[0] == k and v[0] is not None)
        if lv1[k][0] is not None and s != d(lv1[k][0]): diff(label, k, '印权重', lv1[k][0], '二级权重合计', s)
    return sum(d(v[0]) for v in lv1.values()), sum(d(r['得分']) for r in rows)


for p in facts['项目自评表']:
    rows = [r for r in facts['项目绩效指标'] if r['项目'] == p['项目']]
    w, s = indicator_sums(p['项目'], rows)
    if w + 20 != 100: diff(p['项目'], '权重合计', w + 20)
    if s + d(p['执行得分']) != d(p['总分']): diff(p['项目'], '得分合计', s + d(p['执行得分']), '印总分', p['总分'])
    if p['填报日期'].year != facts['基本情况']['年度'] + 1: diff(p['项目'], '填报日期', p['填报日期'])
    for k in ('项目类别', '项目属性', '项目类型'):
        if k not in p: diff(p['项目'], k, '没有勾选')
tw = ts = D(0)
for g in facts['整体绩效目标']:
    w, s = indicator_sums(f"整体目标{g['序号']}", [r for r in facts['整体绩效指标'] if r['目标序号'] == g['序号']])
    if w != d(g['权重']): diff('整体目标', g['序号'], '印权重', g['权重'], '合计', w)
    tw += w; ts += s
if tw + 20 != 100: diff('整体权重合计', tw + 20)
ts += d(facts['整体自评表']['执行得分'])
print('  整体得分合计', ts, '；自评表总分印', facts['整体自评表']['总分'], '；正文印', facts['绩效自评']['整体得分'], '；得分表印', facts['整体自评得分'][-1]['得分'])
by = collections.defaultdict(D)
for r in facts['整体绩效指标']: by[r['一级指标']] += d(r['得分'])
for r in facts['整体自评得分'][1:-1]:
    if by[r['评价准则']] != d(r['得分']): diff('整体得分表', r['评价准则'], r['得分'], '指标合计', by[r['评价准则']])
    w = sum({(x['目标序号'], d(x['一级权重'])) for x in facts['整体绩效指标'] if x['一级指标'] == r['评价准则']} and
            [v for _, v in sorted({(x['目标序号'], d(x['一级权重'])) for x in facts['整体绩效指标'] if x['一级指标'] == r['评价准则']})])
    if w != d(r['权重']): diff('整体得分表', r['评价准则'], '权重', r['权重'], '自评表合计', w)
o = facts['整体自评表']
if money(o['基本支出总额']) + money(o['项目支出总额']) != money(o['执行数']):
    diff('整体自评表 基本＋项目', money(o['基本支出总额']) + money(o['项目支出总额']), '执行数', o['执行数'])
# 综述与自评表：一级权重、金额
pairs = {'审计局工作': '审计局', '科技创新局': '科创局', '发展改革局': '发改局', '派出东湖高新区纪检监察工委经费': '纪检监察工委'}
for z in facts['项目自评综述']:
    n = re.sub('^2023年度|项目(结转)?$|项目$', '', z['名称']); n = pairs.get(n, n)
    ps = [p for p in facts['项目自评表'] if p['项目'].startswith(n) or p['项目实施单位'] == n]
    if not ps: print('  ? 综述对不上自评表', z['名称']); continue
    if sum(money(p['执行数']) for p in ps) != money(z['执行数']): diff('综述', z['名称'], z['执行数'], '自评表', [p['执行数'] for p in ps])
    for p in ps:
        rows = [r for r in facts['项目绩效指标'] if r['项目'] == p['项目']]
        for k, lab in (('产出得分', '产出指标'), ('效益得分', '效益指标'), ('满意度得分', '满意度指标')):
            w = {r['一级权重'] for r in rows if r['一级指标'] == lab}; s = sum(d(r['得分']) for r in rows if r['一级指标'] == lab)
            if k not in z and not rows: continue
            if (k in z) != bool(w) or (k in z and s != d(z[k])):
                diff('综述', z['名称'], k, z.get(k), f"自评表（{p['项目']}）权重 {w or '无'}，得分 {s}")
s = sum(money(z['执行数']) for z in facts['项目自评综述'])
if s != money(facts['绩效自评']['自评资金']): diff('20 个综述执行数合计', s, '正文自评资金', facts['绩效自评']['自评资金'])
t5 = {r[0]: r for r in tables['表05'][1:]}
ratio = money(facts['绩效自评']['自评资金']) / money(t5['合计'][4])
diff(f"自评资金占项目支出 {ratio:.4%}，印 {facts['绩效自评']['占项目支出比重']}")
s = sum(money(r['金额']) for r in facts['项目支出'])
# 用途里另列、不含在该项金额之内的数：发改局31.08、财政局2.49和120.83、科创局180、应急管理局42
extra = sum(money(x) for x in ('31.08', '2.49', '120.83', '180', '42'))
print('  19 项项目支出合计', s, '，加用途里另列的', extra, '得', s + extra, '；表05 项目支出', t5['合计'][4])
if s + extra != money(t5['合计'][4]): diff('项目支出合计不等于表05')
for a, b, c in (('出国费用', 'v', tables['表09'][1][7]), ('公务用车运行费用', 'v', tables['表09'][1][10])):
    s = sum(money(r['金额']) for r in facts[a])
    if s != money(c): diff(a, s, c)
g = facts['政府采购']
if money(g['总额']) != sum(money(g[k]) for k in ('货物', '工程', '服务')): diff('政府采购', g)
if sum(r['数量'] for r in facts['车辆用途']) != facts['国有资产']['车辆总数']: diff('车辆用途')
names = {re.sub(r'\s', '', r[1]) for r in t5.values() if len(r[0]) == 7}
used = {re.findall(r'（款）(.*)（项）$', r['名词'])[0] for r in facts['名词'] if r['名词'].endswith('（项）')}
print('  名词解释有、表05没有的项：', '、'.join(sorted(used - names)))
print('  表05有、名词解释没有的项：', '、'.join(sorted(names - used)))
print(f'  共 {diffs} 处差异')

# ---------- (c) ----------
print('== (c) 覆盖')


def squeeze(s):
    s = re.sub(r'</?(?:p|input)\b[^>]*>', '', s).replace('&', '及')
    s = re.sub(r'\$?\\geq', '≥', s)
    s = re.sub(r'\.\s*(?=20\d\d\s*年)', '', s)   # “3.2023年”里的是序号
    s = re.sub(r'(?<!\d)\.|\.(?!\d)', '', s)
    return ''.join(re.findall(r'[\u4e00-\u9fffA-Za-z0-9.%≥≤#]', s))


hay = set()


def add(*parts):
    hay.add(squeeze(''.join(str(p) for p in parts)))


def walk(x):
    if isinstance(x, dict):
        for v in x.values(): walk(v)
    elif isinstance(x, list):
        for v in x: walk(v)
    elif isinstance(x, datetime.date): add(x.year, '年', x.month, '月', x.day, '日')
    else: add(x)


walk(facts); walk(terms)
for t in tables.values():
    for r in t:
        for c in r: add(c)
# 印在一格或一句里、而在源文件里分成几个字段的
for r in facts['项目绩效指标'] + facts['整体绩效指标']:
    for a, b in (('一级指标', '一级权重'), ('二级指标', '二级权重'), ('三级指标', '权重')):
        if b in r: add(r[a], r[b], '分')
    add(r['得分'], '分')
for r in facts['项目自评表']:
    add(r['执行得分'], '分'); add(r['总分'], '分'); add('%.2f分' % r['总分']); add('单位名称', r['单位名称']); add('填报日期', r['填报日期'].year, '年', r['填报日期'].month, '月', r['填报日期'].day, '日')
o = facts['整体自评表']
add('单位名称', o['单位名称'], '填报日期', o['填报日期'].year, '年', o['填报日期'].month, '月', o['填报日期'].day, '日')
for r in facts['整体自评得分']: add('%.2f' % r['权重']); add('%.2f' % r['得分'])
for i, r in enumerate(facts['项目支出'], 1): add(i, r['名称'], r['金额'], '万元', r.get('用途', ''))
for i, r in enumerate(facts['出国团组'], 1): add(i, r['任务'], '团组', r['团组数'], '个', r['人次'], '人次', r.get('成果', ''))
cls = {r[0]: r[1] for r in tables['表05'][1:]}
for r in facts['支出用途']: add('主要是用于', r['用途'])
for i, r in enumerate([r for r in facts['名词'] if r['名词'] != '其他收入'], 1): add(i, r['名词'], r['解释'])
CN = '一二三四五六七八九'
order = ['十' * (n >= 10) + (CN[n % 10 - 1] if n % 10 else '') for n in range(1, 18)]
for n in order:
    for r in terms + [x for x in facts['名词'] if x['名词'] == '其他收入']: add(n, r['名词'], r['解释'])
for i, r in enumerate(facts['项目自评综述'], 1):
    add(i, r['名称'], '绩效自评综述项目全年预算数为', r['全年预算'], '万元执行数为', r['执行数'], '万元完成预算的100%')
    add('2发现的问题及原因', r['问题及原因']); add('3下一步改进措施', r['改进措施'])
for r in facts['项目自评表']: add('单位名称', r['单位名称'], '填报日期', r['填报日期'].year, '年', r['填报日期'].month, '月', r['填报日期'].day, '日')
z = [r['内容'] for r in facts['主要职责']]
for a, b in zip(z, z[1:]): add(a, b)   # 第76行印在一段里
hay.discard('')
H = '\n'.join(sorted(hay))
K = 4
grams = {H[i:i + K] for i in range(len(H) - K + 1) if '\n' not in H[i:i + K]}

# 看过的：断行、断格剩下的一个字，缺字，页面上的杂讯（见 NOTES.md）
KNOWN = {1415: '断行', 1593: '断格', 2113: '断行', 1989: '缺“标”字', 2647: '表前的“附件1”', 2671: '杂讯', 2672: '杂讯', 2673: '杂讯'}
TEMPLATE = re.compile('|'.join([
    r'^(备注|[1-4]?(预算执行情况口径|定量指标|定性指标计分原则|基于经济性)|执行数为资金使用单位|汇总时以资金额度)',
    r'^\d?(1部门预算项目2区级专项|1持续性项目2新增性|1常年性项目2延续性)',
    r'^(一级指标|二级指标|三级指标|年初目标值A?|实际完成值B?|得分(20分执行率)?|20分执行率|预算数A?|执行数B?|执行率BA|年度财政资金总额|总分|预算执行情况万元20分|年度绩效(目标|指标)[\d.]*分?|部门整体支出总额)$',
    r'^(偏差大或目标未完成原因分析|改进措施及结果应用方案|项目名称|主管部门|项目实施单位|项目类别|项目属性|项目类型|单位名称|基本支出总额万元|项目支出总额)$',
    r'^(第[一二三四五六]部分|目录$|[一二三四五六七八九十]+(部门主要职责|机构设置情况)|[一二三四五六七八九十]*\d{0,4}(年度)?(收入|支出|财政拨款|一般公共预算|政府性基金预算|国有资本经营预算|机关运行经费|政府采购支出|国有资产占用|预算绩效).{0,20}(表|说明|情况)$)',
    r'^(公开0\d表(金额单位万元)?|部门武汉东湖新技术开发区管理委员会本级|金额单位万元|收入|支出|项目?|目|行次|金额|栏次|类|款|科目(名称|代码|编码)|功能分类科目编码|决算数|预算数|合计|本年支出|人员经费|公用经费|年度预算数|\d{1,2}|评价准则|权重|评价得分)$',
    r'^(公务用车购置及运行维护费|公务用车购置费|公务用车运行维护费|公务接待费|小计|一般公共预算财政|政府性基金预算财|国有资本经营预算|对附属单位补助支)$',
    r'^(注.*|2?本套报表.*|其中预算数为三公.*|决算数是包括当年.*|项目支出主要用于|\d+栏?各?行?.*[行栏]|\d+(行|栏).*)$', r'^图\d', r'^2?0?2?3?年度.*决算总?表$',
    r'^(本单位|本部门).*(无政府性基金|无国有资本|无2023)', r'^从单位构成看',
    # 第三部分的模板语句
    r'^2023年度(收支总计|收入合计|支出合计|财政拨款|一般公共预算财政拨款|三公经费)', r'^与2022年度相比', r'^其中基本支出', r'^项目支出[\d.]+万元', r'^主要原因', r'^增加主要原因',
    r'^[一二三四]+(一般公共预算财政拨款支出决算|三公经费财政拨款支出决算|预算绩效管理工作开展|整体支出自评结果|项目支出自评结果|绩效自评结果应用)', r'^按(项目|功能)分类', r'^基本支出[\d.]+万元',
    r'^\d+.*支出类[\d.]+万元占', r'^\d*1一般公共服务支出类财政事务款', r'^\d+.*支出类$', r'^全年预算为', r'^公用经费[\d.]+万元主要包括', r'^支出决算为.*完成', r'^完成预算的100%$',
    r'^1因公出国境费全年预算', r'^全年支出涉及', r'^其中住宿费', r'^2公务用车购置及运行费', r'^[12]公务用车(购置|运行)费', r'^本年度购置更新', r'^截至2023年', r'^3公务接待费', r'^2023年共接待', r'^其中$',
    r'机关运行经费支出[\d.]+万元', r'^主要原因是', r'政府采购支出总额', r'^授予中小企业', r'^单价100万元', r'^根据预算绩效管理要求', r'^从绩效评价情况来看', r'^我单位(组织对20个|在2023)', r'^1主要产出和效益是', r'^[二三]是(效益|满意度)指标\d+分',
    r'^十本部门使用的支出功能', r'^2023年重点工作完成情况$', r'^[一二]2023年度武汉东湖.*(整体|项目)绩效自评表结果摘要版$', r'^23?发现的问题及原因$', r'^2024年9月29日$', r'^\d?2023年度武汉东湖.*部门决算(公开|表)$',
]))
total = covered = full = 0
miss, ok_miss = collections.OrderedDict(), collections.OrderedDict()
for no, line in enumerate(open(os.path.join(SAMPLE, 'published.txt'), encoding='utf-8'), 1):
    for cell in re.split(r'\t|</p>', line):
        for sent in re.split(r'[。；！？]|(?<!\d)[;!]', cell):
            s = squeeze(sent)
            if not s: continue
            total += len(s)
            whole = s in H if len(s) >= K else any(s == h or (len(s) > 1 and s in h) for h in hay)
            if whole: covered += len(s); full += len(s); continue
            mark = [False] * len(s)
            for i in range(len(s) - K + 1):
                if s[i:i + K] in grams: mark[i:i + K] = [True] * K
            covered += sum(mark)
            (ok_miss if no in KNOWN or TEMPLATE.search(s) else miss).setdefault(s, []).append((no, sum(mark) / len(s)))
print(f'  汉字、字母、数字 {total} 个：整句（整格）在源文件 {full} 个（{full / total:.2%}），连同句中片段 {covered} 个（{covered / total:.2%}）')
size = lambda m: sum(len(s) * len(v) for s, v in m.items())
print(f'  模板语句、表头、备注等 {len(ok_miss)} 种 {size(ok_miss)} 字；其余不在的 {len(miss)} 种 {size(miss)} 字：')
for s, v in miss.items(): print(f"    {v[0][0]}{'（共%d处）' % len(v) if len(v) > 1 else ''} [{v[0][1]:.0%}] {s}")
if VERBOSE:
    print('  模板语句、表头、备注、看过的残片：')
    for s, v in ok_miss.items(): print(f"    {v[0][0]}{'（共%d处）' % len(v) if len(v) > 1 else ''} [{v[0][1]:.0%}] {s}")

# ---------- (d) ----------
print('== (d) 源文件里有、公布文本里没有的')
P = squeeze(open(os.path.join(SAMPLE, 'published.txt'), encoding='utf-8').read())
# 推算的、按需要拟的、按别处补全的；见 NOTES.md
DERIVED = {('上年数', '金额'), ('上年数', '指标'), ('原因说明', '事项'), ('机关运行经费', '年初预算'), ('绩效自评', '涉密项目'), ('基本情况', '单位性质'),
           ('项目自评表', '项目'), ('项目绩效指标', '项目'), ('项目自评结果', '项目')} | {(n, '级次') for n in schema}
extra_text = []
for name, data in list(facts.items()) + [('terms.yaml', terms)]:
    for row in [data] if isinstance(data, dict) else data:
        for k, v in row.items():
            if isinstance(v, str) and (name, k) not in DERIVED and squeeze(v) not in P: extra_text.append((name, k, v))
for n, t in tables.items():
    for r in t[1:]:
        for c in r:
            if squeeze(c) not in P: extra_text.append((n, c))
EXPECTED = {'2023年度东湖高新区大数据能力平台（一期）建设项目自评结果（摘要版）'}
left = [x for x in extra_text if x[-1] not in EXPECTED]
print(f'  {len(extra_text)} 处，其中补全的 {len(extra_text) - len(left)} 处')
for x in left: print('   ', *x)
sys.exit(1 if bad or miss or left else 0)
