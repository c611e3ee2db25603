// The editor's own words.
export const phrases = {
  'Control character': '控制字符',
  Find: '查找', Replace: '替换为', next: '下一处', previous: '上一处', all: '全部选中', 'match case': '区分大小写', regexp: '正则表达式', 'by word': '整词',
  replace: '替换', 'replace all': '全部替换', close: '关闭', 'current match': '当前一处', 'replaced $ matches': '替换了 $ 处', 'replaced match on line $': '替换了第 $ 行的一处', 'on line': '在第几行',
  'Go to line': '转到行', go: '转到', Diagnostics: '要改的地方', 'No diagnostics': '没有要改的地方', Completions: '可以填的', 'Folded lines': '折叠的行',
  'Selection deleted': '选中的内容已删除', 'Start of search': '从头查找', 'Search wrapped': '已从头继续',
};
