// Writes the pages of the sample reports into a folder, for a browser: page_samples DIR

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "report/html.h"
#include "report/sample_reports.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: page_samples DIR\n", stderr);
    return 2;
  }
  for (const auto& [name, report] : lockstep::report::samples()) {
    std::ofstream file(std::filesystem::path(argv[1]) / (name + ".html"), std::ios::binary);
    file << lockstep::report::html(report);
    if (!file.flush()) return 1;
  }
  return 0;
}
