// Writes pictures, a page and a trace of small inputs into a folder, to be looked at: plot_samples DIR

#include <filesystem>
#include <fstream>
#include <string>

#include "plot/comparison_svg.h"
#include "plot/curve_svg.h"
#include "plot/page.h"
#include "plot/pixels_svg.h"
#include "plot/samples.h"
#include "plot/series_svg.h"
#include "plot/table.h"
#include "plot/timeline_svg.h"
#include "plot/trace.h"

namespace {

using namespace lockstep::plot;
using lockstep::measure::Prediction;

/// As many threads as can be recorded, each of many thousand short slices.
Prediction crowd() {
  Prediction prediction = convoy();
  for (std::size_t i = prediction.timeline.size(); i < 52; ++i) {
    auto& slices = prediction.timeline.emplace_back();
    for (int at = 0; at < 5000; ++at) {
      const double begin = 0.0125 * at / 5000;
      slices.push_back(
          {at % static_cast<int>(i) < 3 ? prediction.timeline[0][1].state : prediction.timeline[0][0].state, begin,
           begin + 0.0125 / 5000});
    }
  }
  return prediction;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path dir = argv[1];
  const auto write = [&](const char* file, const std::string& text) { std::ofstream(dir / file) << text; };
  const std::vector<Measured> measured{{1, {0.97, 0.99, 1.0}}, {2, {1.7, 1.82, 1.9}}};
  std::vector<Curve> curves{
      curve("find_with_threads", measured, predictions(0.005)),
      curve("half<int, &serial>", {{1, {0.4, 0.45, 0.9}}, {2, {0.9, 1.2, 1.6}}}, predictions(0.5)),
      curve("spins", measured, {})};
  curves[1].remark = "measured while the machine was busy";
  write("one-speedup.svg", curve_svg("01-primes: speedup", {curves.data(), 1}));
  const std::string three = curve_svg("Three <functions> & more: speedup", curves);
  write("three-speedup.svg", three);
  write("comparison.svg", comparison_svg("05-deadlock: comparison", comparison()));
  write("timeline.svg", timeline_svg("01-primes: find_with_threads with 3 workers", convoy()));
  write("crowd-timeline.svg", timeline_svg("52 threads", crowd()));
  write("pixels.svg",
        pixels_svg("12-images: <blurred>", read_pixels("P3 3 2 9 9 0 0  0 9 0  0 0 9  9 9 0  0 9 9  5 5 5").value()));
  write("series.svg",
        series_svg("13-event-loop: connections",
                   read_series("seconds,open & <read>,waiting\n0,0,0\n0.4,10000,0\n1.1,9990,23.5\n3.7,0,1\n").value()));
  const std::vector<lockstep::page::Drawn> sections{
      {"Speedup", "", three}, {"half<int, &serial>", table(curves[1]), timeline_svg("half<int, &serial>", crowd())}};
  write("page.html", page("Three <functions> & more", sections));
  write("trace.json", trace("find_with_threads", convoy()));
  write("crowd-trace.json", trace("crowd", crowd()));
}
