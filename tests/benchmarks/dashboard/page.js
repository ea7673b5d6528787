// Runs in the page that is measured, before anything else of it. All times are those of the page's own clock, in ms.
(() => {
  const CALL = "_dash-update-component";
  const calls = [];
  const fetchAsBefore = window.fetch;
  window.fetch = async (...asked) => {
    if (!String(asked[0]?.url ?? asked[0]).includes(CALL)) return fetchAsBefore(...asked);
    const call = { begun: performance.now(), answered: null, failed: false };
    calls.push(call);
    try {
      const response = await fetchAsBefore(...asked);
      call.failed = !response.ok;
      return response;
    } catch (error) {
      call.failed = true;
      throw error;
    } finally {
      call.answered = performance.now();
    }
  };
  performance.setResourceTimingBufferSize(10000);

  const frame = () => new Promise(requestAnimationFrame);
  const chart = () => document.querySelector("#lanes .js-plotly-plot");
  const MARKS = ".scatterlayer path.point, .barlayer .point path, .heatmaplayer image, .imagelayer image";
  const drawn = () => chart()?.querySelector(MARKS);
  const usable = () => document.querySelector("#count")?.textContent && document.querySelector("#table .ag-row");
  const until = async (condition) => {
    while (!condition()) await frame();
  };
  // A frame later the browser has laid it out, two later it has painted it.
  const painted = async () => (await frame(), await frame(), performance.now());

  window.tielineBench = {
    first: async () => {
      await until(drawn);
      const marks = await painted();
      await until(usable);
      return { marks, usable: await painted() };
    },
    // Changes the address as a choice does, and says when the chart stands, and when all else does.
    change: async (search) => {
      const graph = chart();
      const before = calls.length;
      let plotted = false;
      graph.on("plotly_afterplot", () => (plotted = true));
      const begun = performance.now();
      history.pushState({}, "", search || location.pathname);
      dispatchEvent(new PopStateEvent("popstate"));
      await until(() => plotted);
      const shown = (await painted()) - begun;
      let quiet = 0;
      await until(() => (quiet = calls.slice(before).every((call) => call.answered) ? quiet + 1 : 0) > 3);
      const asked = calls.slice(before);
      const sent = performance.getEntriesByType("resource").filter((e) => e.name.includes(CALL) && e.startTime >= begun);
      graph.removeAllListeners?.("plotly_afterplot");
      return {
        chart: shown,
        settled: performance.now() - begun,
        server: Math.max(...asked.map((call) => call.answered - call.begun)),
        calls: asked.length,
        failed: asked.filter((call) => call.failed).length,
        bytes: sent.reduce((sum, entry) => sum + entry.transferSize, 0),
        events: document.querySelector("#count")?.textContent,
      };
    },
  };
})();
