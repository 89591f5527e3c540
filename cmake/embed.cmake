# Writes OUTPUT, a C++ source that defines FUNCTION, which HEADER declares, as the bytes of INPUT:
#   cmake -DINPUT=rules.json -DOUTPUT=rules_text.cpp -DHEADER=engine/report/rules_text.h
#         -DFUNCTION=dialscope::report::rulesJson -P embed.cmake
# An array of bytes, since a string literal has limits and escapes to mind.
file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include \"${HEADER}\"

std::string_view ${FUNCTION}() {
    static constexpr char text[] = {${bytes}'\\0'};
    return {text, sizeof text - 1};
}
")
