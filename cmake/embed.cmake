# Writes OUTPUT, a C++ source that defines dialscope::report::rulesJson() as the bytes of INPUT:
#   cmake -DINPUT=rules.json -DOUTPUT=rules_text.cpp -P embed.cmake
# An array of bytes, since a string literal has limits and escapes to mind.
file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include \"engine/report/rules_text.h\"

namespace {
constexpr char text[] = {${bytes}'\\0'};
}

std::string_view dialscope::report::rulesJson() {
    return {text, sizeof text - 1};
}
")
