#include "manifest/pictures.h"

#include <fmt/core.h>

#include "manifest/kinds/test_cases.h"
#include "manifest/table_reader.h"
#include "manifest/words.h"

namespace lockstep {

using manifest::TableReader;

namespace {

Picture read_picture(TableReader& reader) {
  Picture picture{.title = reader.text("title").value_or(""), .file = {}};
  if (const auto file = reader.text("file")) {
    picture.file = *file;
    if (!manifest::is_picture_file(*file)) {
      reader.mistake(reader.line_of("file"), fmt::format("file = \"{}\"", *file), manifest::kPictureRule);
    }
  }
  reader.refuse_other_keys();
  return picture;
}

}  // namespace

Pictures Pictures::read(TableReader& reader) {
  Pictures pictures;
  pictures.program = manifest::read_program(reader);
  for (TableReader& picture : reader.tables("picture")) pictures.pictures.push_back(read_picture(picture));
  reader.refuse_other_keys();
  return pictures;
}

}  // namespace lockstep
