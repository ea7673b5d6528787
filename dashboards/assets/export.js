"use strict";
// Files are fetched as downloads; pictures are drawn by the browser itself, on the colour of the page.
window.dash_clientside = Object.assign({}, window.dash_clientside, {
  tieline_export: {
    fetch(address) {
      if (address) {
        const link = Object.assign(document.createElement("a"), { href: address, download: "" });
        document.body.append(link);
        link.click();
        link.remove();
      }
      return null;
    },
    picture() {
      const asked = window.dash_clientside.callback_context.triggered_id;
      const drawn = document.querySelector("#lanes .js-plotly-plot") || document.querySelector("#lanes.js-plotly-plot");
      if (!asked || !drawn) return;
      const page = getComputedStyle(document.body).backgroundColor;
      const layout = { ...drawn.layout, paper_bgcolor: page, plot_bgcolor: page };
      const size = { width: drawn.clientWidth, height: drawn.clientHeight, scale: 2 };
      const name = document.title.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase();
      window.Plotly.downloadImage({ data: drawn.data, layout }, { format: asked.split("-").pop(), filename: name, ...size });
    },
  },
});
