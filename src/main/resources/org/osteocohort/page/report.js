'use strict';
// Hands each chart its options. Colours are the style sheet's, so light, dark and print need nothing here.
(function () {
  const ROW = 30;
  const AXIS = 44;
  const drawn = new Map();
  const draw = function (place) {
    const rows = Number(place.dataset.rows);
    if (rows > 0) {
      place.style.height = rows * ROW + AXIS + 'px';
    }
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption(JSON.parse(place.dataset.options));
    drawn.set(place, chart);
  };
  // A chart in a closed group has no width: it is drawn when it is opened.
  const fit = function () {
    document.querySelectorAll('[data-options]').forEach(function (place) {
      if (place.offsetWidth === 0) {
        return;
      }
      if (drawn.has(place)) {
        drawn.get(place).resize();
      } else {
        draw(place);
      }
    });
  };
  fit();
  window.addEventListener('resize', fit);
  document.querySelectorAll('.group').forEach(function (group) { group.addEventListener('toggle', fit); });
  // On paper everything is open, and charts are as wide as the paper.
  let closed = [];
  window.addEventListener('beforeprint', function () {
    closed = Array.from(document.querySelectorAll('details:not([open])'));
    closed.forEach(function (details) { details.open = true; });
    document.documentElement.classList.add('printing');
    fit();
  });
  window.addEventListener('afterprint', function () {
    closed.forEach(function (details) { details.open = false; });
    document.documentElement.classList.remove('printing');
    fit();
  });
}());
