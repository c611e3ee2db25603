// <div data-live="events" data-refresh="address">: follows the events and fetches its content anew after each change. Without scripts the page shows the state as it was loaded.
export function initLive() {
  for (const place of document.querySelectorAll('[data-live][data-over="false"]')) {
    const events = new EventSource(place.dataset.live);
    let fetching = Promise.resolve();
    const refresh = () => {
      fetching = fetching.then(async () => {
        const answer = await fetch(place.dataset.refresh, { headers: { 'HX-Request': 'true' } });
        if (answer.ok) {
          place.innerHTML = await answer.text();
        }
      }).catch(() => {});
    };
    events.addEventListener('change', refresh);
    events.addEventListener('over', () => { events.close(); refresh(); });
  }
}
