// A lab's program as the grader knows it, for tests: which function it has, and what it does when it is to run, is in a
// file beside it, NAME.script: a line with the function, and the rest for a shell.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "sealed_answer.h"

int main(int /*argc*/, char** argv) {
  const std::string name = argv[0];
  std::ifstream script(name + ".script");
  std::string function;
  std::string work;
  std::getline(script, function);
  std::getline(script, work, '\0');
  for (std::string request; std::getline(std::cin, request);) {
    std::istringstream words(request);
    std::string verb;
    std::string ticket;
    words >> verb >> ticket;
    if (verb == "run" && std::system(work.c_str()) != 0) return 9;
    std::string answer = verb == "list" ? "functions " : verb == "prepare" ? "ready " : "result ";
    answer += ticket;
    if (verb == "list") answer.append(" ").append(function);
    if (verb == "run") answer += " 7";
    lockstep::write_sealed(request, answer);
  }
}
