#include "file_race.h"

bool save_new(Folder& folder, const std::string& name, const std::string& text) {
  if (folder.has(name)) return false;
  return folder.create(name, text);
}
