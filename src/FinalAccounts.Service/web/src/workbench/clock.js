// Times as the office reads them.
const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' });
const day = new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric', timeZone: 'Asia/Shanghai' });

/** @param {string | number} at */
export function moment(at) {
  const time = new Date(at);
  return day.format(time) === day.format(new Date()) ? clock.format(time) : `${day.format(time)} ${clock.format(time)}`;
}
