#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

/// What the guest can be asked to do: name and deed. A deed gets the words after its name and returns an exit status.
using Words = std::vector<std::string>;
using Deeds = std::map<std::string, std::function<int(const Words&)>>;

void add_plain_deeds(Deeds& deeds);    ///< ends, talk, what it sees of its surroundings
void add_greedy_deeds(Deeds& deeds);   ///< too much of something
void add_sly_deeds(Deeds& deeds);      ///< attempts on what it must not reach
void add_waiting_deeds(Deeds& deeds);  ///< threads that wait, for ever or not
