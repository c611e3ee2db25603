// <div data-live="events" data-refresh="address">: follows the events and fetches its content anew after each change. Without scripts the page shows the state as it was loaded.
export function initLive() {
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll('[data-live][data-over="false"]');
  for (const place of places) {
    const { live = '', refresh: address = '' } = place.dataset;
    const events = new EventSource(live);
    let fetching = Promise.resolve();
    const refresh = () => {
      fetching = fetching.then(async () => {
        const answer = await fetch(address, { headers: { 'HX-Request': 'true' } });
        if (answer.ok) {
          place.innerHTML = await answer.text();
        }
      }).catch(() => {});
    };
    events.addEventListener('change', refresh);
    events.addEventListener('over', () => { events.close(); refresh(); });
  }
}
