// A message that comes without a new page.
export function toast(message) {
  const place = document.getElementById('toast');
  place.textContent = message;
  place.hidden = false;
  clearTimeout(place.timer);
  place.timer = setTimeout(() => { place.hidden = true; }, 8000);
}
