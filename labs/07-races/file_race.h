#pragma once

#include <string>

#include "folder.h"

/// Saves the text in a new file. Several threads may call it at once, and other programs may use the folder meanwhile.
/// \return whether the file is new; false: there is one of this name, and it is left as it was
bool save_new(Folder& folder, const std::string& name, const std::string& text);
