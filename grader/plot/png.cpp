#include "plot/png.h"

#include <png.h>

#include <cassert>

namespace lockstep::plot {

std::string png(const Pixels& pixels) {
  if (pixels.bytes.empty()) return {};
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = pixels.width;
  image.height = pixels.height;
  image.format = pixels.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string file(size, '\0');
  [[maybe_unused]] const int written =
      png_image_write_to_memory(&image, file.data(), &size, 0, pixels.bytes.data(), 0, nullptr);
  assert(written != 0 && "the buffer is as large as the file can be");
  file.resize(size);
  return file;
}

}  // namespace lockstep::plot
